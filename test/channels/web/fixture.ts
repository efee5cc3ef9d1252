import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { Registry } from 'prom-client';
import type { ClauseTexts } from '../../../src/channels/web/clauses.ts';
import { createWeb, type Web, type WebOptions } from '../../../src/channels/web/server.ts';
import type { Args, Locale, Words } from '../../../src/locale/index.ts';
import { type ScriptedAssistant, scriptedAssistant } from './scripted-assistant.ts';

/** A web channel over the scripted assistant, and ways to call it without a socket. */
export interface Fixture {
  web: Web;
  assistant: ScriptedAssistant;
  /** Every line logged, as JSON. */
  logged: string[];
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  /** A new chat's token. */
  openChat(): Promise<string>;
}

export interface CallOptions {
  body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  /** The address of the peer; none: as if called in the same process. */
  from?: string;
}

export interface Called {
  status: number;
  headers: Headers;
  // The tests look into answers of many shapes; the wire's own types are checked where they are made.
  body: Record<string, never> & { error?: { message: string } };
}

export const TOKEN_KEY = new Uint8Array(32).fill(7);

export function fixture(options: Partial<WebOptions> = {}): Fixture {
  const assistant = scriptedAssistant();
  const logged: string[] = [];
  const note = (...line: unknown[]): void => void logged.push(JSON.stringify(line));
  const web = createWeb({
    assistant,
    words: { 'zh-CN': wordsOf('zh-CN'), en: wordsOf('en') },
    clauses: CLAUSES,
    tokenKeys: [TOKEN_KEY],
    log: { info: note, error: note },
    metrics: new Registry(),
    ready: async () => undefined,
    now: () => performance.now(),
    locale: 'zh-CN',
    host: '127.0.0.1',
    port: 0,
    ...options,
  });
  const call: Fixture['call'] = async (method, path, { body, raw, headers, from } = {}) => {
    const sends = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const type = sends === undefined ? {} : { 'Content-Type': 'application/json' };
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { ...type, ...headers },
      ...(sends !== undefined && { body: sends }),
    });
    const response = await web.fetch(request, from === undefined ? undefined : peer(from));
    const text = await response.text();
    const isJson = method !== 'HEAD' && response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  };
  const openChat = async (): Promise<string> =>
    (await call('POST', '/api/chats', { body: { locale: 'zh-CN' } })).body.chat as unknown as string;
  return { web, assistant, logged, call, openChat };
}

/** The little of a socket that the channel looks at. */
function peer(remoteAddress: string): Parameters<Web['fetch']>[1] {
  return { incoming: { socket: { remoteAddress } } } as unknown as Parameters<Web['fetch']>[1];
}

export const CLAUSES: readonly ClauseTexts[] = [
  {
    id: '1.2',
    name: { zh: '一（二）', en: 'Part I (2)' },
    heading: { zh: '换证时间', en: 'When to renew' },
    zh: '持有《培训合格证书》的人员通过参加继续教育方式，务必于 2020 年 12 月 31 日前在住房城乡建设部“住房和城乡建设行业从业人员培训管理信息系统”完成《电子培训合格证》换发工作，逾期系统将自动关闭。',
    unofficialEn:
      'Holders of a training certificate must, by continuing education, have it exchanged for the electronic certificate in the ministry’s system before 31 December 2020; after that the system closes by itself.',
  },
  {
    id: '2.1',
    name: { zh: '二第一段', en: 'Part II, first paragraph' },
    heading: { zh: '每年的学时', en: 'Hours each year' },
    zh: '施工现场专业人员从取得《电子培训合格证》次年起，每年应依据继续教育大纲参加不少于 32 学时的继续教育，其中专业岗位知识不少于 22 学时。2 年累计不满 64 学时或未从事相应岗位工作的人员，应重新参加施工现场专业人员职业培训学习，原《电子培训合格证》作废。',
    unofficialEn:
      'From the year after the electronic certificate, at least 32 hours of continuing education each year, 22 of them professional.',
  },
  {
    id: '3.1b',
    name: { zh: '三（一）第二段', en: 'Part III (1), second paragraph' },
    heading: { zh: '未换发的证书', en: 'Certificates not exchanged' },
    zh: '未换发《电子培训合格证》的原土建施工员(代码101)……等《培训合格证书》有效期内可继续使用。',
    unofficialEn: 'Certificates that were not exchanged may still be used while they are valid.',
  },
  {
    id: '6',
    name: { zh: '联系人', en: 'Contact' },
    heading: { zh: '联系电话', en: 'Telephone' },
    zh: '(联系人：刘永智，联系电话：0898-65352821)',
    unofficialEn: '(Contact: Liu Yongzhi, telephone 0898-65352821)',
  },
];

/** The texts of `web.ftl` alone, with the values of the notice that they name. */
function wordsOf(locale: Locale): Words {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(
    new FluentResource(readFileSync(new URL(`../../../locales/${locale}/web.ftl`, import.meta.url), 'utf8')),
  );
  const values = { documentNumber: '琼建人〔2020〕135号', person: '刘永智', phone: '0898-65352821' };
  const say = (id: string, args?: Args): string => {
    const errors: Error[] = [];
    const text = bundle.formatPattern(bundle.getMessage(id)?.value ?? `no text ${id}`, { ...values, ...args }, errors);
    if (errors[0]) throw errors[0];
    return text;
  };
  return {
    locale,
    say,
    cite: (id, args) => ({ text: say(id, args), citations: [] }),
    has: id => bundle.hasMessage(id),
    with: () => wordsOf(locale),
  };
}
