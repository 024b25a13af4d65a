import type { Case } from '../case.js'
import type { Applicant } from '../facts.js'

/** Numbers that tell a person, whoever's they are: id cards, mobile telephones, mail addresses. */
const telling = [
  /(?<!\d)\d{17}[\dXx](?!\d)/g,
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
]

/** The applicant speaking of himself; 我县, 我局 and 自我 are not he. */
const himself = /本人|我方|我司|我们|(?<!自)我(?![省市县区镇乡村局委院校国])/g

/**
 * A request's opening, up to the thing asked for: 您好，我现依法向贵局申请公开…… Every repetition is bounded: the words are an
 * applicant's, and must not be able to keep the expression busy.
 */
const opening =
  /^(?:[您你]好[，。！,!\s]*)?(?:申请人)?[，,\s]*(?:现|特|因[^，。]{0,30}需要[，,]?|根据[^，。]{0,40}[，,]|依据[^，。]{0,40}[，,]|依法){0,3}(?:[向请][贵你本][^，。公申请]{0,10})?(?:请求|申请|要求|希望|恳请|请)+(?:[贵你][^，。公提查获告]{0,8})?(?:依法|予以|向?申请人)*(?:公开|提供|查询|查阅|获取|告知)(?:以下|下列)?(?:政府)?(?:信息|材料|文件)?[：:，,\s]*/u

const asking = /(?:申请(?!人)|请求|要求|请)[^，,。；]{0,8}(?:公开|提供|查询|查阅|获取)/u

/** Clauses in which the applicant introduces himself, before he asks, tell nothing of the thing. */
const withoutIntroduction = (text: string): string => {
  const clauses = text.split(/(?<=[，,。；])/u)
  const asks = clauses.findIndex((clause) => asking.test(clause))
  const introduces = (clause: string): boolean => clause.includes('申请人') && !/[：:]/u.test(clause)
  return asks > 0 && clauses.slice(0, asks).every(introduces) ? clauses.slice(asks).join('') : text
}

const parting = /(?:谢谢|特此申请|此致|望(?:予以|尽快))[\s\S]*$/u

const ownWords = ({ name, idNumber, phone, email, address, agent }: Applicant): string[] =>
  [name, idNumber, phone, email, address, agent].flatMap((word) => (word && word.trim().length > 1 ? word.trim() : []))

/** Words that go to others, without the applicant's name, numbers and addresses (rulebook R82). */
export const withoutPerson = (text: string, { applicant, coApplicants }: Case): string => {
  const own = [applicant, ...coApplicants].flatMap(ownWords).toSorted((a, b) => b.length - a.length)
  const named = own.reduce((words, one) => words.replaceAll(one, '申请人'), text)
  return [...telling, himself]
    .reduce((words, pattern) => words.replace(pattern, '申请人'), named)
    .replace(/申请人(?:[（(，、：:\s]*申请人[）)]?)+/g, '申请人')
}

const asThing = (text: string): string =>
  withoutIntroduction(text.trim())
    .replace(opening, '')
    .replace(parting, '')
    .replace(/(?<![，。；\s])[，。；\s]+$/u, '')

/**
 * What is asked for, without a word that tells by whom (rulebook R82): the officer's own words, else the title, number and
 * period, else the request and its correction without their openings; the applicant's name, numbers and addresses are
 * put out of all of them. Empty where nothing is left to name.
 */
export const neutralDescription = (current: Case, own: string | null | undefined): string => {
  const { title, documentNumber, period, description } = current.information
  const named = title || documentNumber ? [title, documentNumber, period] : []
  const asked = [description, ...current.corrections.map(({ content }) => content)]
  const parts = own?.trim() ? [own] : named.length > 0 ? named : asked
  return parts
    .map((part) => asThing(withoutPerson(part ?? '', current)))
    .filter(Boolean)
    .join(named.length > 0 ? '，' : '；')
}
