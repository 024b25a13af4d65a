import type { ReactNode } from 'react'
import type { YearReportAnswer } from '../api/answers.ts'
import { Link } from '../app/router.tsx'
import { Scroll } from '../look/scroll.tsx'

export type Sheet = YearReportAnswer['sheets']['three']
type Cell = Sheet['rows'][number][number]

interface SheetTableProps {
  readonly sheet: Sheet
  /** Where a figure leads; left out, figures are figures. */
  readonly linkOf?: ((figure: string) => string) | undefined
  /** Figures that changed since the draft was opened, each with the words that say so. */
  readonly moved?: ReadonlyMap<string, string> | undefined
  /** In place of a figure. */
  readonly drawn?: ((figure: string) => ReactNode) | undefined
}

const Figure = ({ cell, linkOf }: { readonly cell: Cell } & Pick<SheetTableProps, 'linkOf'>) => {
  const { figure = '', text } = cell
  if (text === '') return <span className="quiet">—</span>
  return linkOf ? <Link to={linkOf(figure)}>{text}</Link> : text
}

const One = ({ cell, head, ...props }: { readonly cell: Cell; readonly head: boolean } & SheetTableProps) => {
  const spans = { colSpan: cell.across ?? 1, rowSpan: cell.down ?? 1 }
  if (cell.head)
    return (
      <th {...spans} scope={head ? 'col' : 'row'} className={cell.align === 'left' ? 'label' : undefined}>
        {cell.text}
      </th>
    )
  const { figure = '' } = cell
  const mark = props.moved?.get(figure)
  return (
    <td {...spans} className={mark ? 'figure moved' : 'figure'}>
      {props.drawn ? props.drawn(figure) : <Figure cell={cell} {...props} />}
      {mark && <span className="moved-mark">{mark}</span>}
    </td>
  )
}

/** A table of the national form, heads merged as printed; each figure leads to the cases behind it. */
export const SheetTable = (props: SheetTableProps) => {
  const { sheet } = props
  const whole = sheet.widths.reduce((sum, one) => sum + one, 0)
  return (
    <Scroll label={sheet.title}>
      <table className="sheet">
        <caption>{sheet.title}</caption>
        <colgroup>
          {sheet.widths.map((share, x) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed form
            <col key={x} style={{ width: `${(100 * share) / whole}%` }} />
          ))}
        </colgroup>
        <tbody>
          {sheet.rows.map((row, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed form has its rows in their places
            <tr key={y}>
              {row.map((cell, x) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: and its cells in theirs
                <One key={x} cell={cell} head={y < sheet.heads} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
