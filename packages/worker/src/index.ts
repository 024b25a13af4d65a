/** The calendar's hand and the post. The one door of the room. */
export { mailWords } from './jobs/mail-words.js'
export { folderPost } from './post/folder-post.js'
export type { Mail, PostOffice, Sent } from './post/mail.js'
export { smtpPost } from './post/smtp-post.js'
export type { Log, WorkerServices } from './services.js'
export { startWorker, type Worker } from './start-worker.js'
