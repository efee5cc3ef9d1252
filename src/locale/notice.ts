import type { Policy } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
import { type Args, formatDay, type Locale } from './format.ts';

/** The values of the notice that every text may name; days and numbers stand only in the policy. */
export function noticeValues({ policy }: Notice, locale: Locale): Args {
  const { exchange, annual, contact, document } = policy;
  const tongue = locale === 'zh-CN' ? 'zh' : 'en';
  return {
    exchangeEnds: formatDay(exchange.lastDay.value, locale),
    archiveEnds: formatDay(exchange.archiveLastDay.value, locale),
    firstIssueYear: String(exchange.firstIssueYear.value),
    lastIssueYear: String(exchange.lastIssueYear.value),
    issuer: exchange.issuer.value[tongue],
    trades: tradeList(policy, locale),
    tradeCount: String(exchange.codes.value.length),
    systemUrl: exchange.system.value.url,
    room: exchange.archivePlace.value[tongue],
    roomShort:
      locale === 'zh-CN' ? `${exchange.archivePlace.value.room}办公室` : `room ${exchange.archivePlace.value.room}`,
    hours: String(annual.hours.value),
    professional: String(annual.professionalHours.value),
    twoYears: String(annual.twoYearHours.value),
    batches: String(annual.batchesAMonth.value),
    person: contact.value.name,
    phone: contact.value.phone,
    documentNumber: document.number,
    documentYear: String(document.year),
    documentTitle: document.title[tongue],
    authority: document.office[tongue],
    checkedOn: formatDay(exchange.lastDay.checkedOn, locale),
  };
}

function tradeList({ exchange }: Policy, locale: Locale): string {
  return exchange.codes.value
    .map(({ code, zh, en }) => (locale === 'zh-CN' ? `${zh}${code}` : `${en} ${code}`))
    .join(locale === 'zh-CN' ? '、' : ', ');
}

/** 「一（一）」, “Part I (1)”; an id that the notice does not have is our own bug. */
export function clauseName({ policy }: Notice, id: string, locale: Locale): string {
  const clause = policy.clauses.find(clause => clause.id === id);
  if (clause === undefined) throw new Error(`no clause ${id}`);
  return locale === 'zh-CN' ? clause.name.zh : clause.name.en;
}
