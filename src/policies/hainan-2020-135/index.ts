import type { Policy } from '../policy.ts';
import { clauses } from './clauses.ts';
import { annual, contact, exchange, silences } from './facts.ts';
import { openPoints } from './open-points.ts';
import { topics } from './topics.ts';

/** 琼建人〔2020〕135号, the notice of Hainan that this project began with. */
export const hainan: Policy = {
  id: 'hainan-2020-135',
  version: 1,
  document: {
    number: '琼建人〔2020〕135号',
    year: 2020,
    title: {
      zh: '关于做好施工现场专业人员换发电子培训合格证 及继续教育工作的通知',
      en: "Notice on the exchange of site professionals' certificates for the electronic training certificate and on continuing education",
    },
    office: { zh: '海南省住房和城乡建设厅', en: 'Hainan Department of Housing and Urban-Rural Development' },
  },
  clauses,
  exchange,
  annual,
  contact,
  silences,
  openPoints,
  topics,
};
