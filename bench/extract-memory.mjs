// Prints the most bytes that a process ever held which extracts from as many characters as its argument says.
import { extract } from '@onrecord/extract'
import { newsText } from './extract-speed.mjs'

extract(newsText(Number(process.argv[2])))
console.log(process.resourceUsage().maxRSS * 1024)
