import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { knownError } from './known-errors.js'
import { media, type Problem, problem, send } from './problem.js'

const badRequest = (status: number): Problem => problem('badRequest', status, '请求不正确', '请求不符合 HTTP 的要求')

/** A client error of the HTTP layer without words of its own here: its status, and nothing of its English. */
export const clientError = ({ statusCode = 500 }: FastifyError): Problem | undefined =>
  statusCode >= 400 && statusCode < 500 ? badRequest(statusCode) : undefined

/** Somebody who typed or followed an address; programs ask for JSON or for nothing in particular. */
const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')

const page = '这个地址写得不对（百分号后面的编码不正确），请检查后重新输入，或者从首页进入。\n'

/** For requests that never reach a route, e.g. `/%ff`; hooks have not run, so the headers are put on here. */
export const answerFrameworkErrors = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  reply.header('content-security-policy', "default-src 'none'").header('x-content-type-options', 'nosniff')
  if (error.code === 'FST_ERR_BAD_URL' && wantsPage(request))
    void reply.status(400).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(page)
  else send(reply, knownError(error) ?? clientError(error) ?? problem('defect', 500, '系统内部错误', '请稍后重试'))
}

const statuses: Readonly<Record<string, readonly [status: number, phrase: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

/** For what is no HTTP at all, or came too slowly: there is a socket and nothing else to answer on. */
export const answerBrokenRequests = ({ code = '' }: NodeJS.ErrnoException, socket: Socket): void => {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, phrase] = statuses[code] ?? [400, 'Bad Request']
  const body = JSON.stringify(badRequest(status))
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    `content-type: ${media}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
