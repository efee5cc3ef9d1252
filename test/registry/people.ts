import { checkDigit } from '../../src/registry/id-number.ts';

/** An invented ID number that holds: no person is registered under the province itself (460000). */
export function inventedId(n: number, birth = '19900101'): string {
  const digits = `460000${birth}${String(n % 1000).padStart(3, '0')}`;
  return digits + checkDigit(digits);
}

export const HEADERS =
  '姓名,身份证号,证书类型,证书编号,岗位代码,发证日期,发证单位,系统可查,已核档,在岗,工作单位,学时年度,学时,专业学时,考核,培训机构,结业日期';

/** One line of a roster in the order of `HEADERS`; what is not told is filled in. */
export function line(n: number, told: Readonly<Record<string, string>> = {}): string {
  const cells: Record<string, string> = {
    姓名: `示例甲${n}`,
    身份证号: inventedId(n),
    证书类型: '电子培训合格证',
    证书编号: `示例${n}`,
    岗位代码: '101',
    发证日期: '2023-09-30',
    发证单位: '',
    系统可查: '是',
    已核档: '',
    在岗: '是',
    工作单位: '示例建筑公司',
    学时年度: '2025',
    学时: '20',
    专业学时: '14',
    考核: '合格',
    培训机构: '示例培训中心',
    结业日期: '2025-06-30',
    ...told,
  };
  return HEADERS.split(',')
    .map(header => cells[header])
    .join(',');
}

export function csv(...lines: readonly string[]): { bytes: Uint8Array } {
  return { bytes: Buffer.from(`${[HEADERS, ...lines].join('\n')}\n`) };
}
