import type { Clause } from '../../../src/policies/policy.ts';

function clause(id: string, zh: string, en: string): Clause {
  return {
    id,
    name: { zh: `第${id}条`, en: `Article ${id}` },
    heading: { zh, en },
    zh: `${zh}。`,
    unofficialEn: `${en}.`,
  };
}

export const clauses: Clause[] = [
  clause(
    '1',
    '二〇二二年至二〇二九年由某省考核中心发的甲、乙岗证书，系统可查或到三楼核档',
    'Certificates A and B of 2022 to 2029 by the centre, found in the system or checked on floor 3',
  ),
  clause('2', '二〇三一年六月三十日前换证，五月三十一日前核档', 'Exchange by 30 June 2031, archive check by 31 May'),
  clause('3', '学满十六学时（专业十学时）并考核', '16 hours, 10 of them professional, and an assessment'),
  clause(
    '4',
    '次年起每自然年二十四学时（专业十二学时），任意相邻两年不满四十八学时的作废，超出部分不结转',
    'From the next year 24 hours a calendar year, 12 professional; any two consecutive years below 48 void it; a surplus does not carry over',
  ),
  clause('5', '安全员每年二十学时', '20 hours a year for safety officers'),
  clause('6', '未换的旧证有效期内可用，六月三十日后不再补办', 'Old certificates stay valid; no services after 30 June'),
  clause('7', '联系人', 'Contact'),
];
