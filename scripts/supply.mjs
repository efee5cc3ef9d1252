/** What the program is made of when it runs: `npm run sbom` prints it as CycloneDX, `npm run licences` as lines of name, version and licence. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The bill of materials of what is installed here, as far as our own packages reach. (npm's `--omit dev` leaves out what development needs as well.) */
export function billOfMaterials() {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const bill = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], options),
  );
  const reached = reachedIn(bill);
  return {
    ...bill,
    components: bill.components.filter(one => reached.has(one['bom-ref'])),
    dependencies: bill.dependencies
      .filter(({ ref }) => reached.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(other => reached.has(other)) })),
  };
}

function reachedIn({ metadata, components, dependencies }) {
  const { dependencies: own, peerDependencies: peers } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  const leadsTo = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const root = metadata.component['bom-ref'];
  const isOurs = new Set(components.filter(one => nameOf(one) in { ...own, ...peers }).map(one => one['bom-ref']));
  const reached = new Set([root]);
  const next = leadsTo.get(root).filter(ref => isOurs.has(ref));
  while (next.length > 0) {
    const ref = next.pop();
    if (reached.has(ref)) continue;
    reached.add(ref);
    next.push(...(leadsTo.get(ref) ?? []));
  }
  return reached;
}

/** Of each package of the bill its name, version and licence. */
export function licencesIn(bill) {
  return bill.components
    .map(one => [nameOf(one), one.version, licenceOf(one)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

export function nameOf({ group, name }) {
  return group === undefined ? name : `${group}/${name}`;
}

function licenceOf({ licenses = [] }) {
  return (
    licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(' AND ') || 'not said'
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bill = billOfMaterials();
  if (process.argv[2] === 'licences') for (const row of licencesIn(bill)) console.log(row.join('\t'));
  else console.log(JSON.stringify(bill, undefined, 2));
}
