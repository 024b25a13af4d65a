export { entriesSchema, readEntries } from './entries.js'
export { againstPublishing } from './publish.js'
export { readPublishedReport } from './published-report.js'
