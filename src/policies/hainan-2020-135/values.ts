import type { PolicyValues } from '../policy.ts';
import { annual, contact, exchange, silences } from './facts.ts';

export const id = 'hainan-2020-135';
export const version = 1;
export const document: PolicyValues['document'] = {
  number: '琼建人〔2020〕135号',
  year: 2020,
  title: {
    zh: '关于做好施工现场专业人员换发电子培训合格证 及继续教育工作的通知',
    en: "Notice on the exchange of site professionals' certificates for the electronic training certificate and on continuing education",
  },
  office: { zh: '海南省住房和城乡建设厅', en: 'Hainan Department of Housing and Urban-Rural Development' },
};

/** What the rules need of the notice: without its texts, so that a page that only decides need not load them. */
export const hainanValues: PolicyValues = { id, version, document, exchange, annual, contact, silences };
