import type { Answer, Assistant, Incoming, Locale, Reply } from '../../../src/dialogue/index.ts';

/** What the assistant was handed, and an assistant that answers from a short script: it tries everything a channel must be able to show. */
export interface ScriptedAssistant extends Assistant {
  readonly received: readonly Incoming[];
  /** Until called, answers to the message that begins with 「等」 wait. */
  release(): void;
}

const GREETING: Record<Locale, Reply> = {
  'zh-CN': {
    text: '您好，我是换证助手\n说说您的证书，或者点下面的话题。',
    citations: [],
    choices: [
      { id: 'topic:eligibility', label: '我的证能不能换' },
      { id: 'topic:annual-hours', label: '每年要学多少学时' },
    ],
  },
  en: {
    text: 'Hello, I am the certificate assistant\nTell me about your certificate, or choose a topic.',
    citations: [],
    choices: [
      { id: 'topic:eligibility', label: 'Can mine be renewed' },
      { id: 'topic:annual-hours', label: 'Hours a year' },
    ],
  },
};

const DEADLINE: Record<Locale, Reply> = {
  'zh-CN': {
    text: '换证在2020年12月31日就截止了，现在换不了\n\n· 通知要求务必在2020年12月31日前换完，逾期系统自动关闭。〔一（二）〕\n· 没换发的老证，有效期内可以继续使用。〔三（一）第二段〕\n\n想问有没有新安排：0898-65352821（刘永智）。系统网址：http://rcgz.mohurd.gov.cn。',
    citations: ['1.2', '3.1b', '6'],
    choices: [
      { id: 'topic:missed-deadline', label: '错过了怎么办' },
      { id: 'topic:annual-hours', label: '每年要学多少学时' },
    ],
  },
  en: {
    text: 'The exchange ended on 31 December 2020; it cannot be done now\n\n· The notice asked for it before 31 December 2020; after that the system closes. [Part I (2)]\n· A certificate that was not exchanged may be used while it is valid. [Part III (1), second paragraph]\n\nTo ask whether there is something new: 0898-65352821 (Liu Yongzhi). The system: http://rcgz.mohurd.gov.cn.',
    citations: ['1.2', '3.1b', '6'],
    choices: [
      { id: 'topic:missed-deadline', label: 'I missed it' },
      { id: 'topic:annual-hours', label: 'Hours a year' },
    ],
  },
};

const HOURS: Record<Locale, Reply> = {
  'zh-CN': {
    text: '每年不少于32学时，其中专业不少于22学时\n从取得电子证的次年算起。',
    citations: ['2.1'],
    choices: [],
  },
  en: {
    text: 'At least 32 hours a year, 22 of them professional\nFrom the year after the electronic certificate.',
    citations: ['2.1'],
    choices: [],
  },
};

const CALENDAR = {
  name: 'deadlines.ics',
  mediaType: 'text/calendar',
  content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
};

export function scriptedAssistant(): ScriptedAssistant {
  const received: Incoming[] = [];
  const locales = new Map<string, Locale>();
  const answered = new Map<string, Answer>();
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  return {
    received,
    release: () => release(),
    async receive(incoming) {
      received.push(incoming);
      const { chat, id, message } = incoming;
      const key = `${chat} ${id}`;
      const repeated = id === undefined ? undefined : answered.get(key);
      if (message.kind === 'text' && message.text.startsWith('等')) await released;
      if (message.kind === 'choice' && message.id.startsWith('language:'))
        locales.set(chat, message.id.slice(9) as Locale);
      const locale = locales.get(chat) ?? incoming.locale ?? 'zh-CN';
      locales.set(chat, locale);
      const answer = repeated ?? answerTo(incoming, locale);
      answered.set(key, answer);
      return { answer, delivery: repeated ? 'sent' : 'new', settled: async () => undefined };
    },
    async *owed() {},
  };
}

function answerTo({ message }: Incoming, locale: Locale): Answer {
  const asked = message.kind === 'text' ? message.text : message.kind === 'choice' ? message.id : message.kind;
  const answer = (topic: Answer['topic'], ...replies: Reply[]): Answer => ({
    topic,
    topics: [topic],
    certain: true,
    replies,
  });
  if (asked === 'start' || asked.startsWith('language:')) return answer('greeting', GREETING[locale]);
  if (/annual-hours|学时|hours/.test(asked)) return answer('annual-hours', HOURS[locale]);
  if (/日历|calendar/.test(asked))
    return answer('upcoming-deadlines', { text: '日历', citations: [], choices: [], file: CALENDAR });
  if (/throw/.test(asked)) throw new Error('a fault of the assistant');
  return answer('renewal-deadline', DEADLINE[locale]);
}
