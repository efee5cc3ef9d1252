import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildWeb, type Core, openCore } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { SILENT_LOG } from '../src/runtime/log.ts';
import { freshFolder } from './support/folder.ts';
import { describeWithRedis, startRedis } from './support/redis.ts';

const deployed = (name: string): string => readFileSync(join('deploy', name), 'utf8');

interface Compose {
  services: {
    huanzheng: {
      environment: Record<string, string>;
      read_only: boolean;
      build: { context: string; dockerfile: string };
    };
    redis: { command: string[] };
  };
}
interface Rules {
  groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
}
/** As the registry gives it; its own types name the kinds by numbers. */
interface Figure {
  name: string;
  type: string;
  values: { labels: Record<string, string> }[];
}
interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

const compose = parse(deployed('compose.yaml')) as Compose;
const rules = (parse(deployed('prometheus-rules.yaml')) as Rules).groups.flatMap(group => group.rules);
const dashboard = JSON.parse(deployed('grafana.json')) as Dashboard;

describe('dashboard and alerts', () => {
  const series = new Set<string>();
  const labels = new Set(['job', 'instance', 'le']);
  let core: Core;
  beforeAll(async () => {
    const config = readConfig({ DATA_DIR: freshFolder(), PORT: '0' }) as Config;
    core = await openCore(config, SILENT_LOG);
    buildWeb(config, core, SILENT_LOG);
    for (const { name, type, values } of (await core.metrics.registry.getMetricsAsJSON()) as unknown as Figure[]) {
      for (const end of type === 'histogram' || type === 'summary' ? ['_bucket', '_sum', '_count'] : [''])
        series.add(name + end);
      for (const value of values) for (const label of Object.keys(value.labels)) labels.add(label);
    }
    for (const { labelNames } of core.metrics.registry.getMetricsAsArray() as unknown as { labelNames: string[] }[])
      for (const label of labelNames) labels.add(label);
  });
  afterAll(() => core.store.close());

  const expressions = [
    ...rules.map(({ alert, expr }) => [alert, expr] as const),
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ];

  it.each(expressions)('%s asks only for figures and labels that /metrics has', (_, expr) => {
    const bare = expr.replace(/"[^"]*"/g, '""');
    const named = [...bare.matchAll(/\b(?:huanzheng|nodejs|process)_\w+/g)].map(([name]) => name);
    expect(named.filter(name => !series.has(name))).toEqual([]);
    const asked = [
      ...[...bare.matchAll(/(\w+)(?:=~|!~|!=|=)""/g)].map(([, label]) => label!),
      ...[...bare.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(',').map(label => label.trim())),
    ];
    expect(asked.filter(label => !labels.has(label))).toEqual([]);
  });

  it('cover every figure of our own', () => {
    const text = expressions.map(([, expr]) => expr).join('\n');
    const ours = core.metrics.registry
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter(name => name.startsWith('huanzheng_'));
    expect(ours.length).toBeGreaterThan(5);
    expect(ours.filter(name => !text.includes(name))).toEqual([]);
  });

  it('say in docs/operations.md what each alert means', () => {
    const page = readFileSync('docs/operations.md', 'utf8');
    expect(rules.map(({ alert }) => alert).filter(alert => !page.includes(`\`${alert}\``))).toEqual([]);
  });
});

describe('what the server is started with', () => {
  const OF_THE_SYSTEM = new Set(['NODE_ENV', 'MALLOC_ARENA_MAX']);
  const known = new Set([...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!));
  const isKnown = (name: string): boolean => known.has(name) || OF_THE_SYSTEM.has(name);

  it('names only settings that there are', () => {
    const image = [...deployed('Dockerfile').matchAll(/^ENV (.*)$/gm)]
      .flatMap(([, line]) => line!.split(' '))
      .map(pair => pair.split('=')[0]!);
    const unit = [...deployed('huanzheng.service').matchAll(/^Environment=(.*)$/gm)]
      .flatMap(([, line]) => line!.split(' '))
      .map(pair => pair.split('=')[0]!);
    const names = [...image, ...unit, ...Object.keys(compose.services.huanzheng.environment)];
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter(name => !isKnown(name))).toEqual([]);
  });

  it('is kept to the same memory wherever it runs', () => {
    const size = /node"?,? "?(--max-semi-space-size=\d+)/;
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    const started = [scripts.start, deployed('Dockerfile'), deployed('huanzheng.service')];
    expect(new Set(started.map(text => size.exec(text)?.[1]))).toEqual(new Set(['--max-semi-space-size=8']));
    for (const text of started.slice(1)) expect(text).toMatch(/\bMALLOC_ARENA_MAX=2$/m);
  });

  it('is a user without rights, on a file system that cannot be written', () => {
    const last = deployed('Dockerfile')
      .split(/^FROM /m)
      .at(-1)!;
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('ENTRYPOINT'));
    expect(compose.services.huanzheng.read_only).toBe(true);
    expect(existsSync(compose.services.huanzheng.build.dockerfile)).toBe(true);
    expect(deployed('huanzheng.service')).toMatch(/^ProtectSystem=strict$/m);
  });
});

describeWithRedis("compose's Redis", () => {
  it('starts with the settings given, keeps what it confirms, and throws nothing out', async () => {
    const [, ...settings] = compose.services.redis.command;
    const server = await startRedis(settings);
    const client = new Redis(server.url);
    const ask = async (name: string): Promise<string> => ((await client.config('GET', name)) as string[])[1]!;
    expect(await Promise.all(['appendonly', 'appendfsync', 'maxmemory-policy', 'save'].map(ask))).toEqual([
      'yes',
      'everysec',
      'noeviction',
      '',
    ]);
    await client.quit();
    await server.kill();
  });
});
