import type { CabinetKeeper, KeptCase } from '@zhiqing/db'
import { OperatorFault } from '../operator-fault.js'

/** The case of a 受理编号; of one organ, where two have given the same number. */
export const numberedCase = async (
  cabinet: CabinetKeeper,
  number: string,
  organ: string | undefined,
): Promise<KeptCase> => {
  const all = await cabinet.casesNumbered(number)
  const found = organ ? all.filter((one) => one.organ === organ) : all
  const [one, other] = found
  if (!one) throw new OperatorFault(`没有受理编号为“${number}”的案件，请核对编号。`)
  if (!other) return one
  throw new OperatorFault(
    `有几个机关都编了“${number}”：${found.map((each) => each.organ).join('、')}；请用 --organ 写明是哪一个。`,
  )
}
