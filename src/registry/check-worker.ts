import { parentPort, workerData } from 'node:worker_threads';
import { loadWords } from '../locale/index.ts';
import { hainanNotice } from '../policies/hainan-2020-135/notice.ts';
import { checkStaff, FINDINGS } from './check.ts';
import type { Judged, ToJudge } from './check-apart.ts';
import { RosterRefusedError } from './source.ts';
import { checkWorkbook } from './workbook.ts';

/** The far side of `check-apart.ts`: a list comes in, an answer goes out, and nothing else is within reach. */
parentPort!.postMessage(await judge(workerData as ToJudge));

async function judge({ bytes, asOf, locale, limits }: ToJudge): Promise<Judged> {
  try {
    const result = await checkStaff({ bytes }, { asOf, limits });
    const { people, rows, checked, unknownColumns, otherSheets } = result;
    const counts = FINDINGS.map(finding => ({
      finding,
      count: checked.filter(one => one.finding === finding).length,
    })).filter(({ count }) => count > 0);
    const workbook = await checkWorkbook(result, loadWords(locale, hainanNotice));
    return { people, rows, counts, unknownColumns, otherSheets, workbook: workbook.toString('base64') };
  } catch (error) {
    if (error instanceof RosterRefusedError) return { refused: { reason: error.reason, args: error.args } };
    throw error;
  }
}
