import type { Bilingual } from '../../policy.ts';

/** Who issued the notice and could settle what it leaves open. */
export const DEPARTMENT: Bilingual = {
  zh: '省住房和城乡建设厅（发文机关，联系人见通知文末）',
  en: 'the provincial Department of Housing and Urban-Rural Development, which issued the notice (its last line names the contact)',
};
