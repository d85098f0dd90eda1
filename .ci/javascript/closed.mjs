// Loaded before anything else: what a question brings along is all there is, and no socket opens.
import net from 'node:net';

let served = {};

net.Socket.prototype.connect = () => {
  throw new Error('the network is closed');
};

globalThis.fetch = async request => {
  const [url] = (request.url ?? String(request)).split('#');
  return url in served
    ? new Response(JSON.stringify(served[url]), {headers: {'content-type': 'application/json'}})
    : new Response('', {status: 404});
};

// Standard output is for answers; some of the libraries like to talk.
console.log = console.error;

export function serve(documents) {
  served = documents;
}
