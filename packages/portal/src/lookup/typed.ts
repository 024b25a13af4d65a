import type { FastifyRequest } from 'fastify'
import { formOf, trimmed } from '../http/form-body.js'
import type { Fault } from '../look/fault.js'
import type { LookupPage } from './lookup-page.js'

const longest = 60

type Typed = Pick<LookupPage, 'number' | 'code'>

export const typedIn = (request: FastifyRequest): Typed => {
  const form = formOf(request)
  return { number: trimmed(form, 'number').slice(0, longest), code: trimmed(form, 'code').slice(0, longest) }
}

export const missing = ({ number, code }: Typed): Fault[] => [
  ...(number ? [] : [{ path: 'number', zh: '请输入受理编号' }]),
  ...(code ? [] : [{ path: 'code', zh: '请输入查询码' }]),
]

/** Wrong number and wrong code are one: nobody learns which numbers exist, and nobody is told the wrong one to mend. */
export const noMatch = {
  wrong: '受理编号和查询码对不上',
  faults: [
    { path: 'number', zh: '请对照回执，看看受理编号有没有写错' },
    { path: 'code', zh: '请对照回执，看看查询码有没有写错' },
  ],
} as const

/** A larger type was chosen on a page that found something wrong: it is said again, and nothing is looked up. */
export const again = (typed: Typed, { query }: FastifyRequest): LookupPage => {
  if (!('checked' in (query as object))) return { ...typed, faults: [] }
  const faults = missing(typed)
  return faults.length > 0 ? { ...typed, faults } : { ...typed, ...noMatch }
}
