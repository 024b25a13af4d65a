import type { ReportEntries } from '@zhiqing/law'

/** What a statistician enters of a year: whole, so that nothing but the figures can stand against publishing it. */
export const entries = {
  table2: {
    规章: [0, 0, 0],
    行政规范性文件: [1, 0, 9],
    行政许可: [12],
    行政处罚: [3],
    行政强制: [0],
    行政事业性收费: [1.5],
  },
  parts: { overview: '主动公开平稳有序。', problems: '一是培训不够；二是答复说理不够充分。', other: '无。' },
  sources: { 行政许可: '审批股统计' },
} satisfies ReportEntries

/** A request as the counter takes it down, filed by a research institute. */
export const request = {
  channel: 'inPerson',
  applicant: { kind: 'research', name: '青禾研究所', phone: '13800000000' },
  information: { description: '青禾镇2023年征地补偿标准' },
}
