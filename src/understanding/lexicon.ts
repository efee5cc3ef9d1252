/**
 * The words of the field, as data. Everything here is in simplified characters and lower case, as the text is when it is searched.
 * In a list, words are separated by white space and `_` stands for a space inside one.
 */
const words = (list: string): readonly string[] =>
  list
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', ' '));

const SITE = ['101', '102', '103', '104'];
const QUALITY = ['106', '107', '108', '109'];

/** The trades of 1.1 by role; a role with four codes is narrowed down by a field in front of it or behind. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  施工员: SITE,
  施工: SITE,
  质量员: QUALITY,
  质检员: QUALITY,
  质检: QUALITY,
  质量: QUALITY,
  材料员: ['111'],
  机械员: ['112'],
  劳务员: ['113'],
  资料员: ['114'],
  标准员: ['115'],
};

/** Which of the four codes of a role a field means: 土建 the first, 装饰装修 the second, 设备安装 the third, 市政 the fourth. */
export const FIELDS = placed([
  '土建 土木 房建 房屋建筑 土建工程',
  '装饰装修 装饰 装修 装潢 精装 装饰工程 装修工程 装饰装修工程',
  '设备安装 安装 设备 机电 机电安装 安装工程 设备安装工程',
  '市政工程 市政 市政公用',
]);

export const ENGLISH_FIELDS = placed([
  'civil_engineering civil building civil_construction structural civil_works building_works',
  'decoration decorating decorative renovation interior_decoration interior fit-out fitout building_decoration deco decoration_works',
  'equipment_installation equipment_install installation install equipment mechanical_and_electrical m&e installation_works',
  'municipal municipal_engineering municipal_works',
]);

function placed(lists: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(lists.flatMap((list, place) => words(list).map(word => [word, place] as const)));
}

/** What a role looks after, in English; with one of ENGLISH_OFFICES behind it, it names the role. */
export const ENGLISH_DUTIES: Readonly<Record<string, readonly string[]>> = {
  施工员: words('construction site_works works'),
  质量员: words('quality quality_control quality_inspection qc qa qa/qc'),
  材料员: words('material materials'),
  机械员: words('machinery machine machines plant plant_and_machinery mechanical'),
  劳务员: words(
    'labour labor labour_affairs labor_affairs labour_service labor_service labour_services labor_services',
  ),
  资料员: words(
    'document documents documentation doc docs data record records information file files filing paperwork',
  ),
  标准员: words('standard standards standardisation standardization'),
};
export const ENGLISH_OFFICES = words(`
  officer clerk inspector supervisor manager keeper person personnel people staff man men member
  controller checker administrator admin guy
`);
/** Names that need no other word. */
export const ENGLISH_ROLES: Readonly<Record<string, readonly string[]>> = {
  施工员: words(
    'foreman foremen forman site_foreman site_foremen works_foreman construction_foreman construction_foremen construction_worker construction_crew site_engineer builder',
  ),
  质量员: words('qc_inspector'),
  材料员: words('materialman'),
  机械员: words('machinist'),
  资料员: words('archivist document_control'),
};

/** Trades that the notice does not list, in the words people use. */
export const OTHER_TRADES = words(`
  预算员 造价员 测量员 测绘员 试验员 实验员 监理员 取样员 见证员 合同员 计量员 统计员 核算员 安装工 养护员
  budgeter cost_estimator estimator surveyor quantity_surveyor testing_technician lab_technician
`);

/** Fields of a site role that 1.1 does not know: the role is named, its code is not. */
export const OTHER_FIELDS = words(`
  水电 暖通 电气 给排水 园林 绿化 道路 桥梁 公路 钢结构 消防 幕墙 水利 交通
`);

/** Who else may have issued it: 「广州发的」, "from Sichuan". */
export const OTHER_PLACES = words(`
  北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西
  四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 内蒙 香港 澳门 台湾 广州 深圳 珠海 湛江 佛山 东莞
  南宁 桂林 柳州 成都 长沙 武汉 南昌 福州 厦门 杭州 南京 苏州 合肥 郑州 西安 昆明 贵阳 济南 青岛 沈阳 大连
  外省 外地 省外 别省 别的省 其他省 其它省 隔壁省 老家 内地 大陆 外面
`);
export const OTHER_PLACES_ENGLISH = words(`
  beijing tianjin shanghai chongqing hebei shanxi liaoning jilin heilongjiang jiangsu zhejiang anhui
  fujian jiangxi shandong henan hubei hunan guangdong guangxi sichuan guizhou yunnan tibet shaanxi gansu
  qinghai ningxia xinjiang inner_mongolia hong_kong macau guangzhou shenzhen chengdu wuhan changsha
  nanning another_province other_province a_different_province other_provinces the_mainland
  out_of_province
`);

/** Bodies other than the leading group office. */
export const OTHER_BODIES = words(`
  中建协 建筑业协会 建设教育协会 行业协会 协会 人社厅 人社部 人社局 人社 人力资源 中国建设教育 劳动局
  培训学校 培训机构 职业学院 公司自己
`);
