import type { Bilingual } from '../../policy.ts';

/** Who issued the notice and could settle what it leaves open. */
export const DEPARTMENT: Bilingual = {
  zh: '省住房和城乡建设厅（通知的发文机关；文末联系人电话 0898-65352821）',
  en: 'the provincial Department of Housing and Urban-Rural Development, which issued the notice (contact 0898-65352821)',
};
