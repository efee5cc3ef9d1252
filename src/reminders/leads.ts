/** How many days before the end of the hours year (31 December) somebody is reminded, the furthest first. */
export type Leads = readonly number[];

export const USUAL_LEADS: Leads = [60, 30, 14, 7, 1];
export const MOST_LEAD_DAYS = 180;
const MOST_LEADS = 6;

const ONCE =
  /只(?:要)?(?:提醒|发|說|说|叫|通知)(?:我)?(?:一|1)次|(?:提醒|发|通知)(?:我)?(?:一|1)次就|(?:just|only) (?:one|once)|remind me once/iu;
const USUAL = /(?:按|照|恢复|恢復).{0,3}(?:平常|默认|預設|默認|原来|原來)|(?:usual|default) (?:days|times)/iu;
const DAYS_BEFORE =
  /(?:提前|提早|早|前)\s*(\d{1,3})\s*[天日]|(\d{1,3})\s*[天日]\s*(?:之前|以前|前)|(\d{1,3})\s*days?\s*(?:before|ahead|in advance|early|prior)/giu;
const MANY =
  /(?:提前|提早)\s*((?:\d{1,3}[\s、,，和跟及/]+)+\d{1,3})\s*[天日]|((?:\d{1,3},?(?: and)? )+)days?\s*(?:before|ahead|in advance)/iu;

/** The days that a message asks for; undefined when it names none. */
export function leadsIn(text: string): Leads | undefined {
  if (USUAL.test(text)) return USUAL_LEADS;
  const many = MANY.exec(text);
  const named =
    many === null
      ? [...text.matchAll(DAYS_BEFORE)].map(([, ...groups]) => Number(groups.find(group => group !== undefined)))
      : [...(many[1] ?? many[2] ?? '').matchAll(/\d{1,3}/g)].map(([number]) => Number(number));
  const days = [...new Set(named.filter(day => day >= 1 && day <= MOST_LEAD_DAYS))].sort((a, b) => b - a);
  if (ONCE.test(text)) return [days[0] ?? 30];
  return days.length === 0 ? undefined : days.slice(0, MOST_LEADS);
}
