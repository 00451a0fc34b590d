import { createServer } from 'node:http';

/** The least a Node server does: the floor of everything over http. */
const server = createServer((_, response) => response.end('hello'));
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
