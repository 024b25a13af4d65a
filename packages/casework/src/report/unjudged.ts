import type { PublishedReport } from '@zhiqing/law'

/** What a report cannot be held against, since the material is not there: told, so that silence is no praise. */
export const cannotJudge = ({ previous, narrative, table2, table4 }: PublishedReport): string[] => [
  ...(Object.keys(table4).length > 0 ? [] : ['没有表四，没有核对行政复议、行政诉讼的总计']),
  ...(previous ? [] : ['没有上年的报告，没有核对上年结转和文件存量']),
  ...(previous && (!table2 || !previous.table2) ? ['两年的表二没有都给出，没有核对现行有效件数'] : []),
  ...(narrative ? [] : ['没有报告正文，没有核对正文与表中的数字']),
]
