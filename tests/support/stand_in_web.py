"""A web server with a certificate that stands in for every host: stand_in_web.py CERTIFICATE SCRIPT LOG.

CERTIFICATE is a PEM file with the key. SCRIPT is JSON: {"host/path": [answer, …], …, "*": [answer, …]}; the last
answer of a list is repeated. An answer is {"status": 200, "location": "…", "retryAfter": 1, "after": 0.1}. LOG gets a
JSON line for each request: which page, when it came, and how many to its host and in all were then under way. The
port is the first line of standard output."""

import http.server
import json
import ssl
import sys
import threading
import time

certificate, script_file, log_file = sys.argv[1:]
lock = threading.Lock()
with open(script_file, encoding="utf-8") as file:
    script = json.load(file)
under_way = {}


class Answering(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def next_answer(self, page):
        answers = script.get(page) or script["*"]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def do_GET(self):
        host = self.headers["Host"].split(":")[0]
        page = host + self.path
        with lock:
            under_way[host] = under_way.get(host, 0) + 1
            answer = self.next_answer(page)
            line = {
                "page": page,
                "at": time.monotonic(),
                "ofHost": under_way[host],
                "inAll": sum(under_way.values()),
            }
            with open(log_file, "a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
        time.sleep(answer.get("after", 0))
        with lock:
            under_way[host] -= 1
        self.send_response(answer["status"])
        if "location" in answer:
            self.send_header("Location", answer["location"])
        if "retryAfter" in answer:
            self.send_header("Retry-After", str(answer["retryAfter"]))
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"page")

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A visitor that leaves early, or trusts no such certificate, is what the tests are about."""


server = Server(("127.0.0.1", 0), Answering)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(server.server_address[1], flush=True)
server.serve_forever()
