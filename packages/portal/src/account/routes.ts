import { answerFor, type SignOnFailure, tellRefused } from '@zhiqing/api'
import type { ApplicantAccount, KeptCase } from '@zhiqing/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Counter } from '../counter.js'
import { formOf, trimmed } from '../http/form-body.js'
import { sendNotFound } from '../http/not-found.js'
import type { At } from '../look/send-page.js'
import type { AccountDoor } from './accounts.js'
import { addRoutes } from './add-routes.js'
import { sendClose, sendClosed } from './close-page.js'
import { sendEntered, sendFailed, sendLeft, sendOutside } from './door-pages.js'
import { sendList } from './list-page.js'

type Way = (at: At, door: AccountDoor) => FastifyReply | Promise<FastifyReply>

/** Away to the provider. */
const signIn: Way = async (at, { provider, flows }) => {
  const { request, reply, counter } = at
  const begun = await provider.begin()
  if ('failure' in begun) return sendFailed(at, begun.failure)
  const { url, ...beginning } = begun
  flows.give(reply, { kind: 'away', ...beginning, to: '/account', before: counter.accounts.token(request) })
  return reply.redirect(url, 303)
}

/** Back from it: a session nobody had before, or why not. */
const enter = async ({ request, reply, counter }: At, door: AccountDoor): Promise<SignOnFailure | 'in'> => {
  const { cabinet, accounts } = counter
  const [now, address] = [counter.now(), request.ip]
  const away = door.flows.read(request, 'away')
  door.flows.end(reply)
  if (!away) return 'strayed'
  const denied = (result: SignOnFailure) => tellRefused(counter, { result, address, now })
  if (!(await cabinet.signOns.admit(address, now))) return denied('tooMany')
  const vouched = await door.provider.finish(new URL(request.url, door.publicUrl), away)
  if ('failure' in vouched) return denied(vouched.failure)
  const { issuer, sub, claims } = vouched
  const { before } = away
  const session = await cabinet.signOns.applicant({ issuer, sub, words: door.wordsOf(claims), address, now, before })
  await cabinet.signOns.forgive(address, now)
  accounts.give(reply, session)
  return 'in'
}

const callback: Way = async (at, door) => {
  const result = await enter(at, door)
  return result === 'in' ? sendEntered(at) : sendFailed(at, result)
}

/** The cases of the account, to who answers for it and to nobody else. */
const ownCases = ({ request, counter: { cabinet } }: At, { id }: ApplicantAccount): Promise<readonly KeptCase[]> => {
  answerFor(request, { kind: 'account', account: id })
  return cabinet.applicants.cases()
}

const list: Way = async (at) => {
  const { request, counter } = at
  const account = await counter.accounts.read(request)
  if (!account) return sendOutside(at)
  const [cases, organs] = await Promise.all([ownCases(at, account), counter.cabinet.organs(counter.today())])
  return sendList(at, { account, cases, organs })
}

/** One of the own cases, from here on as if number and code had been shown. */
const open: Way = async (at) => {
  const { request, reply, counter } = at
  const account = await counter.accounts.read(request)
  const id = trimmed(formOf(request), 'case')
  const found = account && (await ownCases(at, account)).find((one) => one.id === id)
  if (!found) return account ? sendNotFound(at) : reply.redirect('/account', 303)
  counter.visits.give(reply, { organ: found.organ, caseId: found.id, queryCode: null })
  return reply.redirect('/case', 303)
}

/** Of the account, of the case that is open, and of the name in a draft: on this device nothing of them stays. */
const forget = (reply: FastifyReply, { accounts, visits, drafts }: Counter): void => {
  accounts.end(reply)
  visits.end(reply)
  drafts.forget(reply)
}

const leave: Way = async ({ request, reply, counter }) => {
  const token = counter.accounts.token(request)
  if (token) await counter.cabinet.applicants.signOut(token)
  forget(reply, counter)
  return reply.header('clear-site-data', '"cache"').redirect('/account/left', 303)
}

const leaveThere: Way = async ({ reply }, { provider, publicUrl }) =>
  reply.redirect((await provider.signOutUrl(`${publicUrl}/account`)) ?? '/account', 303)

const close: Way = async (at) => {
  const { request, reply, counter } = at
  const { accounts, cabinet, now } = counter
  const token = accounts.token(request)
  if (token) await cabinet.applicants.close(token, { address: request.ip, now: now() })
  forget(reply, counter)
  return sendClosed(at)
}

const ways: readonly (readonly [method: 'GET' | 'POST', path: string, way: Way])[] = [
  ['GET', '/account', list],
  ['GET', '/account/sign-in', signIn],
  ['GET', '/account/callback', callback],
  ['POST', '/account/open', open],
  ['POST', '/account/leave', leave],
  ['GET', '/account/left', sendLeft],
  ['GET', '/account/left/there', leaveThere],
  ['GET', '/account/close', sendClose],
  ['POST', '/account/close', close],
]

/** /account: for who signs in through 统一身份认证, where it is set; nowhere else, and never at the hall's touch screen. */
export const accountRoutes = (app: FastifyInstance, counter: Counter): void => {
  const route = (way: Way) => async (request: FastifyRequest, reply: FastifyReply) => {
    const at = { request, reply, counter }
    const door = counter.accounts.doorFor(request)
    return door ? way(at, door) : sendNotFound(at)
  }
  for (const [method, url, way] of ways) app.route({ method, url, handler: route(way) })
  addRoutes(app, counter)
}
