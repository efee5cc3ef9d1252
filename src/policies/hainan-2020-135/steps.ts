import type { Screen, Step } from '../walk-through.ts';

/**
 * The renewal as a person does it, from the certificate in the hand to the electronic one (1.1 to 1.3). The words of a step stand under
 * `step-<id>` in this folder's texts; what comes from the ministry's own questions and answers, not from the notice, is marked there.
 */
export const STEPS: readonly Step[] = [
  { id: 'certificate', clauses: ['1.1'] },
  { id: 'search', clauses: ['1.1'] },
  { id: 'register', clauses: ['1.3'] },
  { id: 'profile', clauses: ['1.3'] },
  { id: 'photo', clauses: ['1.3'] },
  { id: 'learn', clauses: ['2.2', '4.2'] },
  { id: 'assessment', clauses: ['1.3', '2.2'] },
  { id: 'update', clauses: ['1.2', '1.3'] },
  { id: 'download', clauses: ['1.3'] },
];

/**
 * What a person may see, the step that this is, and the words by which it is told in a message (simplified characters, lower case).
 * The first entry whose words occur wins, so the narrower ones come first.
 */
export const SCREENS: readonly Screen[] = [
  {
    id: 'no-update',
    step: 'update',
    words:
      /(没有?|找不到|看不到|不见|不显示|点不了|按不了|灰)[^，。！？]{0,8}更新|更新[^，。！？]{0,8}(没有|找不到|看不到|不见|灰|点不了|按不了|点不动)|(no|missing|can't (find|see)|where is the) .{0,12}update|update .{0,16}(missing|grey|gray|not there)/,
  },
  {
    id: 'not-found',
    step: 'search',
    words: /(查|搜|找)不到(我的)?证|无记录|查无|(certificate|it) (is|was)(n't| not) found|no record/,
  },
  {
    id: 'no-hours',
    step: 'learn',
    words: /学时(是|为|都是)?(空|0|零|没有|不够|没显示)|hours (are|is) (empty|missing|0|zero|too few)/,
  },
  { id: 'photo', step: 'photo', words: /照片|头像|相片|证件照|白底|photo|picture|portrait|avatar/ },
  { id: 'garbled', step: 'register', words: /乱码|打不开|浏览器|网页.{0,4}(白|崩)|garbled|browser|won't open/ },
  {
    id: 'login',
    step: 'register',
    words:
      /登录|登陆|登入|密码|账号|帐号|账户|帐户|注册|网址|网站是|log ?in|password|account|sign ?up|register|website/,
  },
  { id: 'profile', step: 'profile', words: /(基本|个人)信息|填单位|完善|profile|personal (details|information)/ },
  { id: 'hours', step: 'learn', words: /(看到|显示|出现).{0,6}学时|list of hours/ },
  { id: 'electronic', step: 'download', words: /下载|打印|保存电子|电子证(书)?(在哪|出来|显示)|download|print/ },
  { id: 'update', step: 'update', words: /更新|证书管理|update|certificate management/ },
];
