import { nothingWithheld, stateOf } from '@zhiqing/casework'
import { inChinese, stateNames } from '@zhiqing/law'
import { sha256 } from './letter-bytes.js'
import { letterFileName, shortName } from './names.js'
import type { Gathering, Paper } from './paper.js'

/** L14 案卷目录: every file but itself. */
export const contents = async (
  { kept, proof, withheld, tools }: Gathering,
  papers: readonly Pick<Paper, 'place' | 'title' | 'documentNumber' | 'day' | 'pages'>[],
  organ: string,
): Promise<Paper> => {
  const { current } = kept
  const fields = {
    机关名称: organ,
    受理编号: current.number ?? '未编号',
    申请人: [current.applicant, ...current.coApplicants].map(({ name }) => name).join('、') || '申请人',
    收到日期: current.receivedOn ?? current.arrivedOn,
    成文日期: current.lastOn,
    案件状态: stateNames[stateOf(current)],
    材料序号: papers.map(({ place }) => place),
    材料题名: papers.map(({ title }) => title),
    材料文号: papers.map(({ documentNumber }) => documentNumber ?? '无'),
    材料日期: papers.map(({ day }) => inChinese(day)),
    材料页数: papers.map(({ pages }) => (pages === null ? '电子' : String(pages))),
    台账条数: proof.rows.length,
    台账末条散列: proof.head,
    不附第三方材料: withheld !== nothingWithheld,
  }
  const { pdf, pages } = await tools.press.print({ code: 'L14', fields })
  const title = shortName('L14', tools.press.words)
  const paper = { name: letterFileName('00', title, null), day: current.lastOn, title, documentNumber: null, pages }
  return { ...paper, place: '00', sha256: sha256(pdf), load: async () => pdf }
}
