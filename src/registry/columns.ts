/** The columns of a roster, in the order in which an export writes them. */
export const COLUMNS = [
  { field: 'name', zh: '姓名' },
  { field: 'id_number', zh: '身份证号' },
  { field: 'certificate_kind', zh: '证书类型' },
  { field: 'certificate_no', zh: '证书编号' },
  { field: 'trade_code', zh: '岗位代码' },
  { field: 'issued_on', zh: '发证日期' },
  { field: 'issuer', zh: '发证单位' },
  { field: 'in_national_system', zh: '系统可查' },
  { field: 'archive_verified', zh: '已核档' },
  { field: 'in_post', zh: '在岗' },
  { field: 'employer', zh: '工作单位' },
  { field: 'year', zh: '学时年度' },
  { field: 'hours', zh: '学时' },
  { field: 'professional_hours', zh: '专业学时' },
  { field: 'passed', zh: '考核' },
  { field: 'institution', zh: '培训机构' },
  { field: 'completed_on', zh: '结业日期' },
] as const;

/** A column by its English header, which is also how problems name it. */
export type Field = (typeof COLUMNS)[number]['field'];

/** A roster without these is refused. */
export const REQUIRED: readonly Field[] = ['name', 'id_number', 'certificate_no'];
/** An employer's own list may know less. */
export const REQUIRED_TO_CHECK: readonly Field[] = ['name'];

/** Where each column of a file stands, from 0. */
export interface Layout {
  at: Readonly<Partial<Record<Field, number>>>;
  /** The header as the file has it. */
  header(field: Field): string;
  /** How many columns the first row has. */
  width: number;
  unknown: readonly string[];
}

export type HeaderFault = { missing: readonly Field[] } | { twice: Field };

const FIELD_BY_HEADER = new Map<string, Field>(
  COLUMNS.flatMap(({ field, zh }) => [
    [plain(zh), field],
    [plain(field), field],
  ]),
);

/** Finds the columns in the first row of a file. */
export function layoutOf(headers: readonly string[], required: readonly Field[]): Layout | HeaderFault {
  const at: Partial<Record<Field, number>> = {};
  const unknown: string[] = [];
  for (const [index, header] of headers.entries()) {
    const field = fieldOf(header);
    if (field === undefined) {
      if (header.trim() !== '') unknown.push(header.trim());
    } else if (at[field] !== undefined) return { twice: field };
    else at[field] = index;
  }
  const missing = required.filter(field => at[field] === undefined);
  if (missing.length > 0) return { missing };
  return { at, unknown, width: headers.length, header: field => headers[at[field] ?? -1]?.trim() ?? field };
}

/** The column of that name, Chinese or English, whatever its spacing and width. */
export function fieldOf(header: string): Field | undefined {
  return FIELD_BY_HEADER.get(plain(header));
}

/** The header in a language. */
export function headerOf(field: Field, locale: string): string {
  return locale === 'en' ? field : COLUMNS.find(column => column.field === field)!.zh;
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*_-]/gu, '')
    .toLowerCase();
}
