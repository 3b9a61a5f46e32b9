// Extracts from a text with as many characters as the argument says, and prints the peak memory of the process in bytes.
import { extract } from '@onrecord/extract'
import { newsText } from './extract-speed.mjs'

extract(newsText(Number(process.argv[2])))
console.log(process.resourceUsage().maxRSS * 1024)
