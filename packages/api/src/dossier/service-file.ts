import type { Delivery } from '@zhiqing/casework'
import { serviceNames } from '@zhiqing/law'
import type { Words } from '@zhiqing/letters'
import { csvFile } from '../csv.js'
import { shortName } from './names.js'

const head = [
  '文书序号',
  '文书代码',
  '文书名称',
  '文号',
  '受文者',
  '制发日期',
  '发出日期',
  '送达方式',
  '邮件号',
  '退回日期',
  '送达日期',
  '台账条次',
  '末条散列',
]

const row = (one: Delivery, words: Words): (string | number | null)[] => [
  one.n,
  one.letter,
  shortName(one.letter, words),
  one.documentNumber,
  one.addressee,
  one.issuedOn,
  one.dispatchedOn,
  one.method && serviceNames[one.method],
  one.mailNumber,
  one.returnedOn,
  one.servedOn,
  one.proof.join(' '),
  one.proofHash,
]

/** 送达记录.csv */
export const serviceFile = (deliveries: readonly Delivery[], words: Words): string =>
  csvFile([head, ...deliveries.map((one) => row(one, words))])
