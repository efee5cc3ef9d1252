import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is counted of the process's work. No label names a person, a chat or a message. */
export interface Metrics {
  /** For the page of figures, and for parts that count something of their own. */
  readonly registry: Registry;
  /** A message was answered. */
  turned(turn: { channel: string; topic: string; certain: boolean; seconds: number }): void;
  /** A message met a fault of ours. */
  faulted(channel: string): void;
  /** The store failed at something. */
  storeFailed(): void;
  /** A message left, or did not. */
  sent(channel: string, outcome: string): void;
  /** An outside model was asked about a message, or could not be. */
  askedOutside(outcome: string): void;
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Makes the counters, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'huanzheng_turns_total',
    help: 'Messages answered, by topic and whether the topic was certain',
    labelNames: ['channel', 'topic', 'certain'],
    registers,
  });
  const seconds = new Histogram({
    name: 'huanzheng_turn_seconds',
    help: 'From a message taken to its answer saved',
    labelNames: ['channel'],
    buckets: SECONDS,
    registers,
  });
  const faults = new Counter({
    name: 'huanzheng_faults_total',
    help: 'Messages answered with an error number',
    labelNames: ['channel'],
    registers,
  });
  const failures = new Counter({
    name: 'huanzheng_store_failures_total',
    help: 'Times the store could not be reached or written',
    registers,
  });
  const sends = new Counter({
    name: 'huanzheng_sends_total',
    help: 'Messages sent later, by outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const asked = new Counter({
    name: 'huanzheng_outside_model_total',
    help: 'Messages that were not understood and for which an outside model is set, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  return {
    registry,
    turned({ channel, topic, certain, seconds: took }) {
      turns.inc({ channel, topic, certain: `${certain}` });
      seconds.observe({ channel }, took);
    },
    faulted: channel => faults.inc({ channel }),
    storeFailed: () => failures.inc(),
    sent: (channel, outcome) => sends.inc({ channel, outcome }),
    askedOutside: outcome => asked.inc({ outcome }),
  };
}
