import { quarter } from './run.js'

quarter(2, 20251122)
