import type { Organ } from '@zhiqing/law'

/** An organ for reckonings: of no organ's record does the day of the reply depend. */
export const anOrgan: Organ = {
  name: '某机关',
  type: 'countyDepartment',
  prefix: '某',
  code: 'X',
  department: '办公室',
  address: '某地',
  postcode: '000000',
  telephone: '0000-0000000',
  hours: '工作日',
  government: '某县人民政府',
  higherGovernment: null,
  higherDepartment: null,
  reconsiderationOrgan: null,
  court: null,
  reviewOnlineUrl: null,
  portalUrl: null,
  channels: {},
}
