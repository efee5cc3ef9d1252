import { expect, it } from 'vitest';
import { createMetrics } from '../../src/runtime/metrics.ts';

it('counts turns by topic and certainty, how long they took, faults, store failures, sends and an outside model', async () => {
  const metrics = createMetrics();
  metrics.turned({ channel: 'web', topic: 'contact', certain: true, seconds: 0.003 });
  metrics.turned({ channel: 'web', topic: 'contact', certain: false, seconds: 0.003 });
  metrics.faulted('web');
  metrics.storeFailed();
  metrics.sent('telegram', 'blocked');
  metrics.askedOutside('slow');
  const text = await metrics.registry.metrics();
  for (const line of [
    'huanzheng_turns_total{channel="web",topic="contact",certain="true"} 1',
    'huanzheng_turns_total{channel="web",topic="contact",certain="false"} 1',
    'huanzheng_turn_seconds_count{channel="web"} 2',
    'huanzheng_turn_seconds_bucket{le="0.002",channel="web"} 0',
    'huanzheng_faults_total{channel="web"} 1',
    'huanzheng_store_failures_total 1',
    'huanzheng_sends_total{channel="telegram",outcome="blocked"} 1',
    'huanzheng_outside_model_total{outcome="slow"} 1',
  ]) {
    expect(text).toContain(line);
  }
});

it('keeps the figures of two instances in one process apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.storeFailed();
  expect(await other.registry.metrics()).toContain('huanzheng_store_failures_total 0');
});
