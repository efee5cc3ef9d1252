/** Installs what the tests talk to and the machine lacks: a real Redis and a real Chromium, from Debian's packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** package → a program that it brings. */
const NEEDS = {
  'redis-server': 'redis-server',
  chromium: 'chromium',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
};

const isThere = program => (program.startsWith('/') ? existsSync(program) : spawnSync('which', [program]).status === 0);
const missing = Object.entries(NEEDS)
  .filter(([, program]) => !isThere(program))
  .map(([name]) => name);

function run(command, ...options) {
  const asRoot = process.getuid?.() === 0 ? [command, ...options] : ['sudo', command, ...options];
  const { status } = spawnSync(asRoot[0], asRoot.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

if (missing.length > 0) {
  if (!isThere('apt-get')) {
    console.error(`The tests need ${missing.join(', ')}: please install them and run this again.`);
    process.exit(1);
  }
  const installed =
    run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing);
  if (!installed) {
    console.error(`Could not install ${missing.join(', ')}.`);
    process.exit(1);
  }
}
