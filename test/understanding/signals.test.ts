import { describe, expect, it } from 'vitest';
import { readSignals } from '../../src/understanding/signals.ts';
import type { FactName, Signals } from '../../src/understanding/understanding.ts';
import { readLines, situationOf } from './facts/phrases.ts';

interface SignalPhrase {
  text: string;
  asking?: FactName;
  signals: Partial<Signals>;
}

const NOTHING: Signals = {
  control: null,
  polarity: null,
  ordinal: null,
  number: null,
  correction: false,
  followUp: false,
};

describe('signals', () => {
  it.each(['signals.jsonl', 'signals-2.jsonl'].flatMap(readLines<SignalPhrase>))(
    '$text',
    ({ text, signals, ...situation }) => {
      expect(readSignals(text, situationOf(situation))).toEqual({ ...NOTHING, ...signals });
    },
  );
});
