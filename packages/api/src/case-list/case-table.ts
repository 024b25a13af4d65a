import { dueNames, stateNames } from '@zhiqing/law'
import type { CaseLine } from '../view/case-row.js'

interface Column {
  readonly name: string
  /** Characters of half width, in a spreadsheet. */
  readonly width: number
  readonly of: (row: CaseLine) => string | null
}

/** What the list shows, the applicant masked as there. */
export const columns: readonly Column[] = [
  { name: '受理编号', width: 18, of: ({ number }) => number },
  { name: '收到日期', width: 12, of: ({ receivedOn }) => receivedOn },
  { name: '申请人', width: 16, of: ({ applicant }) => applicant },
  { name: '信息名称', width: 24, of: ({ title }) => title },
  { name: '申请内容', width: 50, of: ({ description }) => description },
  { name: '状态', width: 14, of: ({ state }) => stateNames[state] },
  { name: '经办人', width: 12, of: ({ officer }) => officer },
  { name: '期限', width: 18, of: ({ next }) => next && dueNames[next.what] },
  { name: '到期日', width: 12, of: ({ next }) => next?.dueOn ?? null },
  { name: '办理机关', width: 22, of: ({ organ }) => organ.name },
]

export const cellsOf = (row: CaseLine): string[] => columns.map(({ of }) => of(row) ?? '')
