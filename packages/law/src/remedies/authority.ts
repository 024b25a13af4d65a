import type { Organ, OrganType } from '../organ.js'

type Review = 'sameGovernment' | 'higherGovernment' | 'higherDepartment' | 'itself' | 'sameGovernmentOrHigherDepartment'

/** 复议机关 by kind of organ (复议法 24–28; rulebook R57). "上级主管部门或同级政府" ended with 2023. */
const reviewBy: Readonly<Record<OrganType, Review>> = {
  countyDepartment: 'sameGovernment',
  cityDepartment: 'sameGovernment',
  provincialDepartment: 'sameGovernment',
  ministry: 'itself',
  township: 'higherGovernment',
  countyGovernment: 'higherGovernment',
  cityGovernment: 'higherGovernment',
  provincialGovernment: 'itself',
  dispatchedOffice: 'sameGovernment',
  dispatchedUnit: 'sameGovernment',
  authorisedOrganisation: 'sameGovernment',
  verticalDepartment: 'higherDepartment',
  justiceDepartment: 'sameGovernmentOrHigherDepartment',
  governmentOffice: 'sameGovernment',
}

/**
 * 直辖市、设区的市 whose department set the unit up: the government of the place where the unit sits reviews it too
 * (复议法 24; rulebook R57). Only the organ's record knows that place.
 */
const sameOrLocal = ({ type, government, localGovernment }: Organ): string =>
  type === 'dispatchedUnit' && localGovernment ? `${government}或者${localGovernment}` : government

/** The name of the review organ printed in a reply; the organ's own override goes first. */
export const reconsiderationOrganOf = (organ: Organ): string => {
  if (organ.reconsiderationOrgan) return organ.reconsiderationOrgan
  switch (reviewBy[organ.type]) {
    case 'sameGovernment':
      return sameOrLocal(organ)
    case 'higherGovernment':
      return organ.higherGovernment ?? '上一级人民政府'
    case 'higherDepartment':
      return organ.higherDepartment ?? '上一级主管部门'
    case 'itself':
      return organ.name
    case 'sameGovernmentOrHigherDepartment':
      return `${organ.government}或者${organ.higherDepartment ?? '上一级司法行政部门'}`
  }
}

const intermediate: readonly OrganType[] = ['countyGovernment', 'cityGovernment', 'provincialGovernment', 'ministry']

/** Governments from the county up and State Council departments are sued in the intermediate court (行诉法 14–15; R59). */
export const courtLevelOf = (organ: Organ): 'basic' | 'intermediate' =>
  intermediate.includes(organ.type) ? 'intermediate' : 'basic'

/** The court printed in a reply; 有管辖权的人民法院 where the organ's record names none. */
export const courtOf = (organ: Organ): string => organ.court ?? '有管辖权的人民法院'
