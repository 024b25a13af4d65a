import { parentPort, workerData } from 'node:worker_threads'
import { type Fonts, openFonts } from '../fonts/fonts.js'
import { printLabels, printSheets } from '../mailing/print-mailing.js'
import { pictureLook } from '../seal/picture-look.js'
import { testMark } from '../seal/test-mark.js'
import { fixFiles } from '../template/files.js'
import { editLetter } from './edit-letter.js'
import { type Job, packError, type Reply, type Request, type Result, type ThreadData } from './message.js'
import { printLetter } from './print-letter.js'

/** The press's own thread: it answers one request after the other and keeps its fonts open between them. */
const { fonts: settings, folders, snapshot } = workerData as ThreadData
fixFiles(snapshot)
let opened: Promise<Fonts> | undefined

async function work(job: Job): Promise<Result> {
  opened ??= openFonts(settings)
  const fonts = await opened
  switch (job.kind) {
    case 'print':
      return printLetter(job.order.code, job.order.fields, {
        fonts,
        folders,
        date: job.order.date,
        sealField: job.order.sealField,
      })
    case 'edit':
      return editLetter(job.order.code, job.order.fields, { ...job.order, fonts, folders })
    case 'labels':
      return printLabels(job.order, { fonts, date: job.date })
    case 'sheets':
      return printSheets(job.order, { fonts, folders, date: job.date })
    case 'missing':
      return fonts.missing(job.text)
    case 'testMark':
      return testMark(fonts)
    case 'pictureLook':
      return pictureLook(job.png, job.width)
  }
}

async function answer({ id, job }: Request): Promise<void> {
  const reply: Reply = await work(job).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, failure: packError(error) }),
  )
  parentPort?.postMessage(reply)
}

parentPort?.on('message', (request: Request) => void answer(request))
