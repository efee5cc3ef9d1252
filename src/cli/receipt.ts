import { readReceipt } from '../dialogue/index.ts';
import { hainan } from '../policies/hainan-2020-135/index.ts';
import { UsageError } from './exit.ts';

/** `huanzheng receipt CODE`: the verdict behind the code, decided again, the same to the byte. */
export function receipt(code: string): void {
  const found = readReceipt(code, hainan);
  if (found === undefined)
    throw new UsageError(
      '这个编号不对，请核对每一位（或者它属于别的规则版本）。 / Not a receipt code of these rules: check each letter.',
    );
  process.stdout.write(`${JSON.stringify({ ...found.input, verdict: found.verdict })}\n`);
}
