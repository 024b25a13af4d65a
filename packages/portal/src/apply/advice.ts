import { isCreditCode, isIdNumber } from '@zhiqing/casework'
import { methodNames } from '@zhiqing/law'
import type { Application } from './application.js'
import { someRings } from './telephone.js'
import { vagueWords } from './vague-words.js'

const lacking = (application: Application): string[] => {
  const has = (...names: (keyof Application)[]) => names.some((name) => application[name].trim() !== '')
  return [
    ...(has('applicant.name') ? [] : ['姓名或者单位名称']),
    ...(has('applicant.idNumber') ? [] : ['证件号码']),
    ...(has('applicant.phone', 'applicant.email', 'applicant.address') ? [] : ['联系方式（电话、邮箱、地址至少一项）']),
    ...(has('information.description') ? [] : ['您想要什么信息']),
  ]
}

const undeliverable = (application: Application): string[] => {
  const method = application['form.method']
  if (method === 'email' && !application['applicant.email']) return ['您选了用电子邮件给您，但是没有写电子邮箱。']
  if ((method === 'mail' || method === '') && !application['applicant.address'])
    return ['答复会用邮寄的方式给您，但是没有写通信地址。']
  return []
}

/** Nobody is kept from filing for it, but who left nothing else cannot be reached at all. */
const doubtfulTelephone = (application: Application): string[] => {
  const { 'applicant.phone': given, 'applicant.email': email, 'applicant.address': address } = application
  if (!given || someRings(given)) return []
  const alone = email || address ? '' : '您只写了电话，电话写错了，我们就联系不上您。'
  return [`电话“${given}”好像不对，请再看一遍。手机是11位，座机请写上区号。${alone}`]
}

/** Some real numbers fail their check: worth a second look, never a bar. */
const doubtfulNumber = (application: Application): string[] => {
  const { 'applicant.idType': type, 'applicant.idNumber': number } = application
  if (!number) return []
  if (!type) return ['您写了证件号码，没有选证件类型。请选一下是哪一种证件。']
  const doubtful =
    (type === '居民身份证' && !isIdNumber(number)) || (type === '统一社会信用代码' && !isCreditCode(number))
  return doubtful ? [`${type}号码好像不对，请再看一遍。如果没有写错，可以不改。`] : []
}

/** A thing of paper cannot be sent by wire, nor a file by post; what is left open is by post and on paper (R22). */
const atOdds = (application: Application): string[] => {
  const { 'form.medium': medium, 'form.method': method } = application
  if (medium === 'electronic' && (method === 'mail' || method === ''))
    return [
      `您要电子的，${method ? '又选了邮寄' : '没有选用什么方式，会按邮寄办理'}。电子的可以选“电子邮件”或者“网上查看”。`,
    ]
  if (medium !== 'electronic' && (method === 'email' || method === 'online'))
    return [
      `您选了${methodNames[method]}，${medium ? '又要纸质的' : '没有选要纸质的还是电子的，会按纸质办理'}。${methodNames[method]}请选“电子”；要纸质的，请选“邮寄”或者“当面领取”。`,
    ]
  return []
}

const tooWide = (application: Application): string[] => {
  const words = vagueWords(application['information.description'])
  if (words.length === 0) return []
  const quoted = words.map((word) => `“${word}”`).join('')
  return [`您写了${quoted}。写清楚是哪一份文件、哪一年、哪个地方的，查得更快；写得太宽，可能会请您补正。`]
}

/**
 * What would make the way longer, told before filing. None of it bars anything: what article 29 asks for and the
 * request lacks is asked for once, later (contract §2).
 */
export const adviceOn = (application: Application): string[] => {
  const lacks = lacking(application)
  return [
    ...(lacks.length > 0 ? [`还没有填写：${lacks.join('、')}。现在补上，可以免得以后再补正。`] : []),
    ...undeliverable(application),
    ...doubtfulTelephone(application),
    ...doubtfulNumber(application),
    ...atOdds(application),
    ...tooWide(application),
  ]
}
