import { readFile } from 'node:fs/promises';
import { openRoster } from '../app.ts';
import { formatList } from '../locale/index.ts';
import { policySchema } from '../policies/policy.ts';
import { diffPolicies } from '../registry/index.ts';
import { hainan, type Policy } from '../rules/index.ts';
import { UsageError } from './exit.ts';
import { settingsAsOf } from './settings.ts';

/** `huanzheng rules policy`: the policy that is in force here, as JSON to start a change from. */
export function printPolicy(): void {
  process.stdout.write(`${JSON.stringify(hainan, null, 2)}\n`);
}

/** `huanzheng rules diff FILE`: whose verdict on the roster that policy would change. */
export async function rulesDiff(
  file: string,
  { asOf, json = false }: { asOf?: string; json?: boolean },
): Promise<void> {
  const config = settingsAsOf(asOf);
  const after = await policyIn(file);
  const { registry, store, words, clock } = await openRoster(config);
  try {
    const diff = await diffPolicies(registry.everyone(), { before: hainan, after, asOf: clock.today() });
    const lines = [
      words.say('rules-diff.head', {
        before: diff.before,
        after: diff.after,
        people: `${diff.people}`,
        certificates: `${diff.certificates}`,
      }),
      ...(diff.changes.length === 0 ? [words.say('rules-diff.none')] : []),
      ...diff.changes.map(({ question, from, to, certificates, examplesMasked }) =>
        words.say('rules-diff.change', {
          question,
          from,
          to,
          certificates: `${certificates}`,
          names: formatList(examplesMasked, words.locale),
        }),
      ),
    ];
    process.stdout.write(`${json ? JSON.stringify(diff) : lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
}

async function policyIn(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`找不到或读不了这个文件 / the file cannot be read: ${error.code}`);
  });
  const read = policySchema.safeParse(parsed(text));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  const at = path.length === 0 ? '' : `${path.join('.')}: `;
  throw new UsageError(`政策文件不对 / not a policy: ${at}${message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
