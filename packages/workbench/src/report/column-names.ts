const names: Readonly<Record<string, string>> = {
  ...{ natural: '自然人', commercial: '商业企业', research: '科研机构', social: '社会公益组织' },
  ...{ legal: '法律服务机构', other: '其他', total: '总计' },
  ...{ upheld: '结果维持', corrected: '结果纠正', pending: '尚未审结' },
}

/** What a column is called. In table four 其他 is a result and no kind of applicant. */
export const columnIn = (four: boolean, column: string): string =>
  four && column === 'other' ? '其他结果' : (names[column] ?? column)
