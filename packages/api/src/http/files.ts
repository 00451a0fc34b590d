import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../services.ts';
import { download } from './download.ts';
import type { Endpoint } from './request.ts';
import { json } from './request.ts';
import { upload } from './upload.ts';

const FILE = /^\/api\/files\/([0-9a-f-]{36})$/i;

/** Files as streams: `PUT /api/files?name=…` brings one, `GET /api/files/<id>` reads one through READ. */
export const filesEndpoint: Endpoint = async (services, req, res) => {
  const url = new URL(req.url ?? '', services.settings.url);
  if (url.pathname === '/api/files' && req.method === 'PUT')
    return upload(services, req, res, url.searchParams);
  if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod(services, req, res);
  const id = FILE.exec(url.pathname)?.[1];
  return download(services, req, res, id?.toLowerCase());
};

async function refuseMethod(_services: Services, req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.setHeader('connection', 'close');
  json(res, 405, { messageKey: 'method' });
  req.resume();
}
