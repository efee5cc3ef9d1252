/** What people send, in the mix in which they come: questions, an interview answered by choices and words, a walk-through, hours with numbers. */
export type Sent = { text: string } | { choice: string } | { pick: number };

/** One person's messages, in order; `pick` is a place among the choices that the last answer offered. */
export const PEOPLE: readonly (readonly Sent[])[] = [
  [{ text: '换证最迟什么时候' }, { text: '那学时要多少' }, { text: '谢谢' }],
  [
    { text: '我2017年的土建施工员证，海南发的，系统能查到，能换吗' },
    { choice: 'fact:certificate.kind=training' },
    { text: '办完培训了，40学时，专业24，考核合格' },
  ],
  [
    { choice: 'topic:eligibility' },
    { choice: 'fact:certificate.kind=training' },
    { text: '质量员' },
    { pick: 0 },
    { text: '2016年' },
    { text: '不知道' },
  ],
  [
    { text: '怎么换证' },
    { choice: 'step:walk' },
    { choice: 'step:next' },
    { text: '下一步' },
    { text: '学员登录的密码忘了怎么办' },
    { text: '继续' },
    { choice: 'step:back' },
  ],
  [{ text: '去年20今年40行不行' }, { text: '我的证是2019年发的电子证' }, { text: '学时不够会作废吗' }],
  [{ text: '系统里查不到我的證書點算' }, { text: '找谁问' }, { pick: 0 }],
  [{ text: 'How many hours do I need every year?' }, { text: 'I missed the deadline, what now' }, { text: 'thanks' }],
  [{ text: '换正要钱不' }, { text: '哈哈今天好热' }, { text: 'nianxushi duoshao' }],
];

/** So many messages one round through everybody is, without the opening of a chat. */
export const MESSAGES = PEOPLE.reduce((sum, messages) => sum + messages.length, 0);
