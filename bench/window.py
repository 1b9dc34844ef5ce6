#!/usr/bin/env python3
"""What the calendar costs in the real window: paint, keyboard, drag, memory.

    xvfb-run -a -s "-screen 0 1366x768x24" python3 bench/window.py [--navigations 1000]

Needs WebKitWebDriver, and the programs built as the tests build them (`ADELANTE_CLI`,
`ADELANTE_APP`; else those of the last `cargo xtask test`). Prints one line of JSON: milliseconds
of painting a day of 480 visits and of moving in it by keys, the worst frame of a drag, and the
megabytes of the web view as the day is changed many times. Nothing is judged here: the
limits stand in bench/README.md.
"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request

BUILT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", pathlib.Path.home() / ".cache/adelante/target")) / "ci"
CLI = os.environ.get("ADELANTE_CLI", str(BUILT / "adelante"))
APP = os.environ.get("ADELANTE_APP", str(BUILT / "adelante-desk"))
DAY = "2027-03-01"
PORT = 4797
PEOPLE, EACH = 10, 48

PAINT = """
const [from, to, cards, done] = arguments;
location.hash = from;
setTimeout(() => {
  const start = performance.now();
  location.hash = to;
  const look = () => {
    if (document.querySelectorAll('[data-card]').length >= cards) {
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
    } else requestAnimationFrame(look);
  };
  look();
}, 700);
"""

KEYS = """
const done = arguments[0];
const times = [];
const press = (key, code) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
const keys = [['ArrowDown', 'ArrowDown'], ['ArrowRight', 'ArrowRight'], ['ArrowUp', 'ArrowUp'], ['ArrowLeft', 'ArrowLeft']];
let at = 0;
press('ArrowDown', 'ArrowDown');
const step = () => {
  if (at >= 60) { times.sort((a, b) => a - b); return done({ median: times[30], worst: times[59] }); }
  const start = performance.now();
  press(...keys[at++ % 4]);
  // Two frames: the first may have been under way.
  requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - start); step(); }, 0));
};
setTimeout(step, 300);
"""

DRAG = """
const done = arguments[0];
const card = document.querySelectorAll('[data-card]')[20];
const box = card.getBoundingClientRect();
const at = (type, x, y) => (type === 'pointerdown' ? card : window).dispatchEvent(new PointerEvent(type, {
  bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1,
  clientX: x, clientY: y }));
const x = box.x + 20, y = box.y + 8;
at('pointerdown', x, y);
const frames = [];
let step = 0, last = performance.now();
const move = () => {
  const now = performance.now();
  if (step > 1) frames.push(now - last);
  last = now;
  if (step++ >= 90) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
    at('pointerup', x, y);
    frames.sort((a, b) => a - b);
    return done({ median: frames[frames.length >> 1], worst: frames[frames.length - 1] });
  }
  at('pointermove', x + step * 3, y + step * 2);
  requestAnimationFrame(move);
};
requestAnimationFrame(move);
"""

WALK = """
const [first, count, done] = arguments;
const day = (offset) => { const d = new Date(first + 'T00:00Z'); d.setUTCDate(d.getUTCDate() + offset); return d.toISOString().slice(0, 10); };
let at = 0;
const step = () => {
  if (at >= count) return done(at);
  location.hash = '#/calendar?date=' + day(at++ % 14);
  setTimeout(step, 60);
};
step();
"""


def call(folder, command, body):
    words = [CLI, "call", "--db", str(folder / "salon.db"), "--key-file", str(folder / "key"), "--no-keychain", command]
    out = subprocess.run([*words, json.dumps(body)], capture_output=True, text=True)
    if out.returncode != 0:
        raise SystemExit(f"{command}: {out.stderr.strip()}")
    return json.loads(out.stdout)


def make_salon(folder):
    """Ten people with 48 visits of a quarter of an hour each on one day, written as recurring visits."""
    subprocess.run([CLI, "demo", "--db", str(folder / "salon.db"), "--key-file", str(folder / "key"), "--no-keychain",
                    "--clients", "50", "--months", "0", "--staff", "12"], check=True, capture_output=True)
    people = [one["staff_id"] for one in call(folder, "list_staff", {})["staff"] if one["staff"]["in_calendar"]][:PEOPLE]
    service = call(folder, "list_services", {})["services"][0]["service_id"]
    hours = {"start_min": 480, "end_min": 1260, "breaks": []}
    call(folder, "set_schedule_days", {"days": [{"staff_id": who, "day": DAY, "hours": hours} for who in people]})
    for who in people:
        line = {"service_id": service, "staff_id": who, "duration_min": 15}
        booking = {"day": DAY, "start_min": 480, "lines": [line], "override_conflicts": True}
        dates = [{"day": DAY, "start_min": 480 + 15 * place} for place in range(EACH)]
        call(folder, "book_series", {"booking": booking, "dates": dates})


class Window:
    def __init__(self, folder):
        env = {**os.environ, "TAURI_WEBVIEW_AUTOMATION": "true", "LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8",
               "ADELANTE_DB": str(folder / "salon.db"), "ADELANTE_KEY_FILE": str(folder / "key")}
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]:
            (folder / name.lower()).mkdir()
            env[name] = str(folder / name.lower())
        env.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.driver = subprocess.Popen(["WebKitWebDriver", f"--port={PORT}", "--host=127.0.0.1"], env=env,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1)
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": APP, "args": []}}}}
        self.session = self.ask("/session", asked)["sessionId"]
        self.ask(f"/session/{self.session}/timeouts", {"script": 600_000})

    def ask(self, path, body):
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=900) as answer:
            return json.loads(answer.read())["value"]

    def run(self, script, *arguments):
        return self.ask(f"/session/{self.session}/execute/async", {"script": script, "args": list(arguments)})

    def keys(self, text):
        for letter in text:
            actions = [{"type": "key", "id": "keyboard", "actions": [
                {"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}]}]
            self.ask(f"/session/{self.session}/actions", {"actions": actions})

    def web_view(self):
        """Resident megabytes of the web view's process."""
        pids = subprocess.run(["pgrep", "-n", "WebKitWebProces"], capture_output=True, text=True).stdout.split()
        with open(f"/proc/{pids[0]}/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

    def close(self):
        for name in ["adelante-desk"]:
            subprocess.run(["pkill", "-9", "-P", str(self.driver.pid), name])
        self.driver.send_signal(signal.SIGTERM)


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--navigations", type=int, default=1000)
    wanted = words.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="adelante-window-"))
    make_salon(folder)
    window = Window(folder)
    try:
        time.sleep(4)
        click = "const done = arguments[0]; const b = document.querySelector('main button, .people button, button'); b.click(); setTimeout(done, 500)"
        window.run(click)
        window.keys("2580\ue007")
        time.sleep(3)
        empty, full = "#/calendar?date=2027-02-01", f"#/calendar?date={DAY}"
        cards = PEOPLE * EACH
        first = window.run(PAINT, empty, full, cards)
        paints = sorted(window.run(PAINT, empty, full, cards) for _ in range(9))
        keys = window.run(KEYS)
        drag = window.run(DRAG)
        window.run(WALK, "2027-02-22", 100)
        memory = [window.web_view()]
        for _ in range(4):
            window.run(WALK, "2027-02-22", wanted.navigations // 4)
            time.sleep(2)
            memory.append(window.web_view())
        print(json.dumps({
            "cards": cards, "paint_first_ms": round(first), "paint_median_ms": round(paints[4]), "paint_worst_ms": round(paints[8]),
            "key_median_ms": round(keys["median"]), "key_worst_ms": round(keys["worst"]),
            "drag_frame_median_ms": round(drag["median"]), "drag_frame_worst_ms": round(drag["worst"]),
            "navigations": wanted.navigations, "web_view_mb": memory,
            "load": [round(one, 1) for one in os.getloadavg()],
        }))
    finally:
        window.close()
        time.sleep(1)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
