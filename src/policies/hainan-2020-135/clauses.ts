import type { Clause } from '../policy.ts';

/** The notice, word for word. The English is the project's own, to help; only the Chinese text is the notice. */
export const clauses: Clause[] = [
  {
    id: '0',
    name: { zh: '前言（依据）', en: 'Preamble' },
    heading: { zh: '发文依据', en: 'What the notice is based on' },
    zh: '根据《住房和城乡建设部办公厅关于推进住房和城乡建设领域施工现场专业人员职业培训工作的通知》（建办人函〔2019〕384号）、《住房和城乡建设部人事司关于开展住房和城乡建设领域施工现场专业人员职业培训工作有关事项的通知》（建人才函〔2019〕22号）和《海南省住房和城乡建设领域施工现场专业人员职业培训试点工作方案》（琼建人函〔2019〕511号）等文件精神，现就我省施工现场专业人员《住房和城乡建设领域专业人员岗位培训考核合格证书》（简称《培训合格证书》）换发《住房和城乡建设领域施工现场专业人员职业培训合格证》（简称《电子培训合格证》）及继续教育工作通知如下：',
    unofficialEn:
      "In the spirit of the Ministry of Housing and Urban-Rural Development General Office's letter on vocational training of site professionals in housing and urban-rural construction (建办人函〔2019〕384号), the ministry's Personnel Department's notice on matters concerning that training (建人才函〔2019〕22号) and the Hainan pilot plan for it (琼建人函〔2019〕511号), this notice deals with the exchange of our province's site professionals' “Certificate of Post Training and Assessment for Professionals in Housing and Urban-Rural Construction” (“training certificate”) for the “Certificate of Vocational Training for Site Professionals in Housing and Urban-Rural Construction” (“electronic training certificate”), and with continuing education.",
  },
  {
    id: '1.1',
    name: { zh: '一（一）', en: 'Part I (1)' },
    heading: { zh: '换证范围', en: 'Which certificates are exchanged' },
    zh: '2015 年-2018 年由海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室颁发的土建施工员（代码 101）、装饰装修施工员（代码 102）、设备安装施工员（代码 103）、市政工程施工员（代码 104）、土建质量员（代码 106）、装饰装修质量员（代码 107）、设备安装质量员（代码 108）、市政工程质量员（代码 109）、材料员（代码 111）、机械员（代码 112）、劳务员（代码 113）、资料员（代码 114）、标准员（代码 115）等《培训合格证书》，且证书信息在住房城乡建设部“住房和城乡建设行业从业人员培训管理信息系统”（网址 http://rcgz.mohurd.gov.cn）中可查询到；若在系统中查询不到的，请于 2020 年 11 月 10 日前，本人凭身份证原件、证书原件到省住房和城乡建设厅 511 办公室核查档案；原《建设企事业单位专业管理人员岗位证书》不在换证之列。',
    unofficialEn:
      "Training certificates issued from 2015 to 2018 by the office of the Hainan leading group for the post training and assessment of site professionals in housing and urban-rural construction to: civil construction officers (code 101), decoration construction officers (102), equipment installation construction officers (103), municipal engineering construction officers (104), civil quality officers (106), decoration quality officers (107), equipment installation quality officers (108), municipal engineering quality officers (109), materials officers (111), machinery officers (112), labour officers (113), documentation officers (114), standards officers (115) and the like (等), provided that the certificate can be found in the ministry's “Training Management Information System for Practitioners in the Housing and Urban-Rural Construction Industry” (http://rcgz.mohurd.gov.cn). Whoever cannot find it there is asked to come in person, with the original identity card and the original certificate, to room 511 of the provincial Department of Housing and Urban-Rural Development before 10 November 2020 to have the archive checked. The former “Post Certificate for Professional Managers of Construction Enterprises and Institutions” is not among the certificates exchanged.",
  },
  {
    id: '1.2',
    name: { zh: '一（二）', en: 'Part I (2)' },
    heading: { zh: '换证时间', en: 'When to exchange' },
    zh: '持有《培训合格证书》的人员通过参加继续教育方式，务必于 2020 年 12 月 31 日前在住房城乡建设部“住房和城乡建设行业从业人员培训管理信息系统”完成《电子培训合格证》换发工作，逾期系统将自动关闭。',
    unofficialEn:
      "Holders of a training certificate must, by way of continuing education, complete the exchange for the electronic training certificate in the ministry's “Training Management Information System for Practitioners in the Housing and Urban-Rural Construction Industry” by 31 December 2020; after that the system closes automatically.",
  },
  {
    id: '1.3',
    name: { zh: '一（三）', en: 'Part I (3)' },
    heading: { zh: '换证流程', en: 'How to exchange' },
    zh: '持有符合换证条件《培训合格证书》的人员参加继续教育并通过考核后换发《电子培训合格证》，具体流程如下：学员登录住房城乡建设部“住房和城乡建设行业从业人员培训管理信息系统”（网址 http://rcgz.mohurd.gov.cn），注册个人用户，按要求填写个人相关信息。注册成功后，完善个人基本信息并上传头像，同时在系统“继续教育”中可查看个人已学继续教育学时信息。完成规定的继续教育学时后，可在“证书管理”中对原证书进行更新，点击“更新”系统自动生成电子证书，同时原证书作废。',
    unofficialEn:
      "Holders of a training certificate that meets the conditions take part in continuing education, pass the assessment and then exchange it for the electronic training certificate, as follows: log in to the ministry's “Training Management Information System for Practitioners in the Housing and Urban-Rural Construction Industry” (http://rcgz.mohurd.gov.cn), register a personal account and fill in the personal details asked for. After registration, complete the basic details and upload a portrait photo; under “继续教育” (continuing education) the hours of continuing education already done can be seen. Once the required hours are done, the original certificate can be updated under “证书管理” (certificate management): press “更新” (update), the system generates the electronic certificate, and the original certificate becomes void at the same time.",
  },
  {
    id: '2.1',
    name: { zh: '二（第一段）', en: 'Part II, first paragraph' },
    heading: { zh: '每年学时', en: 'Hours every year' },
    zh: '施工现场专业人员从取得《电子培训合格证》次年起，每年应依据继续教育大纲参加不少于 32 学时的继续教育，其中专业岗位知识不少于 22 学时。2 年累计不满 64 学时或未从事相应岗位工作的人员，应重新参加施工现场专业人员职业培训学习，原《电子培训合格证》作废。',
    unofficialEn:
      'From the year after obtaining the electronic training certificate, site professionals shall every year take part in no fewer than 32 hours of continuing education according to its syllabus, of which no fewer than 22 hours on the professional knowledge of the post. Persons who accumulate less than 64 hours in 2 years, or who have not worked in the post concerned, shall take part in the vocational training of site professionals anew, and the original electronic training certificate becomes void.',
  },
  {
    id: '2.2',
    name: { zh: '二（第二段）', en: 'Part II, second paragraph' },
    heading: { zh: '到哪里学、怎么录入', en: 'Where to train, and how hours are entered' },
    zh: '参加具备资格培训机构（即“住房和城乡建设行业从业人员培训管理信息系统→施工现场专业人员培训机构查询”栏目中的培训机构和在省政务服务中心我厅服务窗口承诺备案的培训机构）组织的集中培训或在线网络学习培训，学习不少于 32 学时（其中专业岗位知识不少于 22 学时），并经考核后，培训机构按每月两批次将参加继续教育培训人员信息报省建设行政主管部门审核后录入住房城乡建设部“住房和城乡建设行业从业人员培训管理信息系统”。',
    unofficialEn:
      "They take part in classroom or online training organised by a qualified training institution (that is, one listed under “施工现场专业人员培训机构查询” in the ministry's “Training Management Information System for Practitioners in the Housing and Urban-Rural Construction Industry”, or one that has filed its undertaking at our department's window in the provincial government service centre), for no fewer than 32 hours (of which no fewer than 22 on the professional knowledge of the post); after assessment the institution reports the participants, in two batches a month, to the provincial construction authority for review, and they are then entered into the ministry's system.",
  },
  {
    id: '3.1a',
    name: { zh: '三（一）第一段', en: 'Part III (1), first paragraph' },
    heading: { zh: '安全员证书', en: 'The safety officer certificate' },
    zh: '由海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室颁发的安全员证书可依据继续教育大纲参加每年不少于32学时的继续教育(其中专业岗位知识不少于22学时),可继续使用到持证人终止从业。',
    unofficialEn:
      'Safety officer certificates issued by the office of the Hainan leading group for the post training and assessment of site professionals in housing and urban-rural construction may take part, according to the continuing education syllabus, in no fewer than 32 hours of continuing education a year (of which no fewer than 22 hours on the professional knowledge of the post), and may remain in use until the holder ends their practice.',
  },
  {
    id: '3.1b',
    name: { zh: '三（一）第二段', en: 'Part III (1), second paragraph' },
    heading: { zh: '没换发的旧证', en: 'The old certificate that was not exchanged' },
    zh: '未换发《电子培训合格证》的原土建施工员(代码101)、装饰装修施工员(代码102)、设备安装施工员(代码103)、市政工程施工员(代码104)、土建质量员(代码106)、装饰装修质量员(代码107)、设备安装质量员(代码108)、市政工程质量员(代码109)、材料员(代码111)、机械员(代码112)、劳务员(代码113)、资料员(代码114)、标准员(代码115)等《培训合格证书》有效期内可继续使用。',
    unofficialEn:
      'Former training certificates of civil construction officers (code 101), decoration construction officers (102), equipment installation construction officers (103), municipal engineering construction officers (104), civil quality officers (106), decoration quality officers (107), equipment installation quality officers (108), municipal engineering quality officers (109), materials officers (111), machinery officers (112), labour officers (113), documentation officers (114), standards officers (115) and the like (等) that have not been exchanged for the electronic training certificate may remain in use within their period of validity.',
  },
  {
    id: '3.2',
    name: { zh: '三（二）', en: 'Part III (2)' },
    heading: { zh: '补办、变更、延续、注销', en: 'Loss, change, extension, cancellation' },
    zh: '2020年12月31日后停止办理《住房和城乡建设领域现场专业人员岗位考核合格证书》遗失补办、信息变更、延续、注销等事项。',
    unofficialEn:
      'After 31 December 2020, replacement after loss, change of details, extension, cancellation and other such matters of the “Certificate of Post Assessment for Site Professionals in Housing and Urban-Rural Construction” are no longer handled.',
  },
  {
    id: '4.1',
    name: { zh: '四（一）', en: 'Part IV (1)' },
    heading: { zh: '各方的责任', en: 'Who must do what' },
    zh: '各市、县建设行政主管部门要大力宣传,组织本行政区域内各施工单位开展《电子培训合格证》换发工作;各施工单位要高度重视,尽快组织本单位施工现场专业人员及时换证;各培训机构要积极配合,主动服务,确保在规定时间内完成换证各项工作,做到不遗漏。',
    unofficialEn:
      'The construction authorities of every city and county shall publicise the exchange vigorously and organise the construction companies in their area to carry it out; every construction company shall take it seriously and arrange as soon as possible for its site professionals to exchange their certificates in time; every training institution shall cooperate actively and serve of its own accord, so that all of the exchange is completed within the time set and nobody is left out.',
  },
  {
    id: '4.2',
    name: { zh: '四（二）', en: 'Part IV (2)' },
    heading: { zh: '自己选培训机构', en: 'Free choice of institution' },
    zh: '参加继续教育由施工单位或施工现场专业人员根据自身条件自行选择，各地建设行政主管部门不得指定。',
    unofficialEn:
      'Construction companies or site professionals choose their continuing education for themselves, according to their own circumstances; no local construction authority may designate one.',
  },
  {
    id: '5',
    name: { zh: '文末（效力）', en: 'Closing sentence (precedence)' },
    heading: { zh: '以哪份文件为准', en: 'Which rule prevails' },
    zh: '此前规定与本通知不一致的，以本通知为准。',
    unofficialEn: 'Where earlier provisions differ from this notice, this notice prevails.',
  },
  {
    id: '6',
    name: { zh: '文末（联系人）', en: 'Closing line (contact)' },
    heading: { zh: '联系人', en: 'Contact' },
    zh: '(联系人：刘永智，联系电话：0898-65352821)\n(此件主动公开)',
    unofficialEn: '(Contact: 刘永智 Liu Yongzhi, telephone 0898-65352821)\n(This document is public.)',
  },
];
