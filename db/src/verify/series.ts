import { sql } from 'kysely'
import type { Finding } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

const names: Readonly<Record<string, string>> = {
  case: '受理编号',
  reply: '答复文号',
  notice: '告知文号',
  consult: '征求意见文号',
  assist: '协查文号',
  drill: '演练编号',
}

interface Gap {
  organ: string
  series: string
  year: number
  last: number
  gone: number[]
  most: number
}

/** Numbers are given without gaps: one that is not there was there. */
const gaps = async (db: Db): Promise<Gap[]> => {
  const { rows } = await sql<Gap>`
    with given as (
      select organ, case when is_drill then 'drill' else 'case' end as series, number_year as year, number_serial as serial from cases where number is not null
      union all
      select organ, series, series_year, series_serial from letters where series is not null
    )
    select s.organ, s.series, s.year, s.last,
      array(select n from generate_series(1, s.last) n except
        select g.serial from given g where g.organ = s.organ and g.series = s.series and g.year = s.year
        order by 1) as gone,
      coalesce((select max(g.serial) from given g where g.organ = s.organ and g.series = s.series
        and g.year = s.year), 0) as most
    from number_series s order by s.organ, s.year, s.series`.execute(db)
  return rows.filter(({ gone, last, most }) => gone.length > 0 || most > last)
}

const shown = (gone: readonly number[]): string =>
  `${gone.slice(0, 20).join('、')}${gone.length > 20 ? ` 等${gone.length}个` : ''}`

const zhOf = ({ organ, series, year, last, gone, most }: Gap): string => {
  const name = `${organ} ${year}年${names[series] ?? series}`
  return gone.length > 0
    ? `${name}给到第${last}号，其中第${shown(gone)}号不见了${series === 'case' || series === 'drill' ? '，案件被整个删除' : ''}`
    : `${name}记载给到第${last}号，实际已有第${most}号`
}

/** A case or a letter that is gone with everything that was in it leaves its number behind. */
export const seriesFindings = async (db: Db): Promise<Finding[]> =>
  (await gaps(db)).map((gap) => ({
    organ: gap.organ,
    caseId: null,
    version: null,
    code: gap.series === 'case' || gap.series === 'drill' ? 'caseGone' : 'letterDiffers',
    zh: zhOf(gap),
  }))

/** Ledgers whose case row is gone. */
export const orphanFindings = async (db: Db): Promise<Finding[]> => {
  const { rows } = await sql<{ organ: string; case_id: string; rows: number }>`
    select f.organ, f.case_id, count(*)::int as rows from case_facts f
    where not exists (select from cases c where c.organ = f.organ and c.id = f.case_id)
    group by f.organ, f.case_id`.execute(db)
  return rows.map(({ organ, case_id, rows: count }) => ({
    organ,
    caseId: case_id,
    version: null,
    code: 'caseGone' as const,
    zh: `${organ} 案件 ${case_id} 的当前行被删除，台账还有${count}行`,
  }))
}
