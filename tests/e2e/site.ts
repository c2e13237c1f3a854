/**
 * A loopback site that answers for every host over HTTPS, and the proxy that sends every host to it:
 * Firefox has no routing of requests, so its pages of real hosts come from here.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Site {
  proxyPort: number;
  /** Sets what an address answers with. */
  serve(url: string, html: string, headers?: Record<string, string>): void;
  close(): void;
}

export async function startSite(): Promise<Site> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = https.createServer(certificate(), (request, response) => {
    const page = pages.get(`https://${request.headers.host}${request.url}`);
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.html ?? "");
  });
  const port = await listen(server);
  const proxy = http.createServer((_request, response) => {
    response.writeHead(403);
    response.end();
  });
  proxy.on("connect", (_request, socket, head) => {
    const upstream = net.connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      if (head.length > 0) upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  const proxyPort = await listen(proxy);
  return {
    proxyPort,
    serve: (url, html, headers = {}) => void pages.set(url, { html, headers }),
    close: () => {
      for (const s of [server, proxy]) {
        s.close();
        s.closeAllConnections();
      }
    },
  };
}

/** A certificate of our own making: the browser under test is told to accept it. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "qiju-cert-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...curve, "-subj", "/CN=qiju.test", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

async function listen(server: http.Server | https.Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return (server.address() as AddressInfo).port;
}
