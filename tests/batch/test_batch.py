"""A batch: nothing lost, nothing doubled, whatever happens to a document or a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import xbrlgen
from tests.shared import ROOT
from xbrlgen.batch import Done, Options, SchedulerError, Status, find_sources, run_batch
from xbrlgen.writing import write

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

RELEASE = (ROOT / "examples" / "exhibit" / "release.html").read_text("utf-8")
QUICK = Options(validate=False)


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    folder.mkdir()
    for number in range(6):
        text = RELEASE.replace("Larkspur", f"Larkspur {'ABCDEF'[number]}")
        (folder / f"release-{number}.html").write_text(text, encoding="utf-8")
    return folder


def dataset(out: Path, table: str) -> list[dict[str, Any]]:
    parquet = import_module("pyarrow.parquet")
    files = sorted((out / "dataset" / table).glob("*.parquet"))
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def ran(folder: Path, out: Path, **how: Any) -> list[Done]:
    return list(run_batch(find_sources([folder]), out, **{"options": QUICK, **how}))


def test_every_document_becomes_a_filing_and_its_rows(releases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = ran(releases, out)
    assert Counter(each.status for each in done) == {Status.WRITTEN: 6}
    documents = dataset(out, "documents")
    assert sorted(Path(row["path"]).name for row in documents) == [f"release-{n}.html" for n in range(6)]
    facts = Counter(row["document"] for row in dataset(out, "facts"))
    assert {row["document"]: row["facts"] for row in documents} == facts
    assert all((out / row["filing"]).is_dir() for row in documents)


def test_batch_writes_the_same_bytes_as_a_single_build(releases: Path, tmp_path: Path) -> None:
    (done, *_) = ran(releases / "release-0.html", tmp_path / "out")
    write(xbrlgen.build(releases / "release-0.html"), tmp_path / "single")
    single = {path.name: path.read_bytes() for path in (tmp_path / "single").iterdir()}
    in_batch = {path.name: path.read_bytes() for path in (tmp_path / "out" / done.filing).iterdir()}
    assert single
    assert single.items() <= in_batch.items()


def test_work_done_is_recognised_by_content(releases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran(releases, out)
    (releases / "release-0.html").rename(releases / "renamed.html")
    (releases / "release-1.html").write_text(RELEASE, encoding="utf-8")
    (releases / "copy.html").write_text(RELEASE, encoding="utf-8")
    statuses = {Path(each.path).name: each.status for each in ran(releases, out)}
    assert statuses.pop("release-1.html") is Status.SAME_CONTENT
    assert statuses.pop("copy.html") is Status.WRITTEN
    assert set(statuses.values()) == {Status.DONE_BEFORE}


def test_one_bad_document_is_a_row_and_not_the_end(releases: Path, tmp_path: Path) -> None:
    (releases / "bad.html").write_bytes(bytes(range(256)) * 20)
    done = ran(releases, tmp_path / "out")
    assert len(done) == 7
    bad = next(each for each in done if each.path.endswith("bad.html"))
    assert (bad.status, bad.is_failure) == (Status.UNREADABLE, True)
    assert sum(each.status is Status.WRITTEN for each in done) == 6
    assert any(row["path"] == bad.path for row in dataset(tmp_path / "out", "documents"))


def test_what_was_done_before_tells_what_came_of_it(releases: Path, tmp_path: Path) -> None:
    (releases / "empty.html").touch()
    sources = [releases / name for name in ("release-0.html", "empty.html")]
    first, again = (
        {each.key: each for each in run_batch(sources, tmp_path / "out", options=QUICK)} for _ in "12"
    )
    assert {each.status for each in again.values()} == {Status.DONE_BEFORE}
    for key, done in again.items():
        assert done == evolve(first[key], status=Status.DONE_BEFORE, before=first[key].status)
        assert Done.from_json(done.to_json()) == done
    assert sorted(each.is_failure for each in again.values()) == [False, True]


def test_documents_are_named_as_they_were_given(
    releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in "12":
        (done,) = ran(Path("releases/release-0.html"), Path("out"))
        assert done.path == "releases/release-0.html"
    (row,) = dataset(tmp_path / "out", "documents")
    assert row["path"] == str(releases / "release-0.html")


def test_filings_beside_releases_are_no_sources(releases: Path) -> None:
    xbrlgen.build(releases / "release-0.html").write(releases / "release-0-filing")
    (releases / "more").mkdir()
    (releases / "more" / "other.txt").touch()
    found = [path.relative_to(releases).as_posix() for path in find_sources([releases])]
    assert found == ["more/other.txt", *(f"release-{number}.html" for number in range(6))]


def test_a_document_without_a_fact_is_no_filing(releases: Path, tmp_path: Path) -> None:
    (releases / "letter.html").write_text("<p>We open a new office in May.</p>", encoding="utf-8")
    (done,) = ran(releases / "letter.html", tmp_path / "out")
    assert (done.status, done.filing) == (Status.NOTHING, "")
    assert "reading.no-statements" in done.detail
    assert not (tmp_path / "out" / "filings").exists()
    assert [row["status"] for row in dataset(tmp_path / "out", "documents")] == ["nothing found"]
    assert dataset(tmp_path / "out", "findings")
    (again,) = ran(releases / "letter.html", tmp_path / "out")
    assert again.status is Status.DONE_BEFORE


def test_time_limit_stops_a_document_and_says_so(releases: Path, tmp_path: Path) -> None:
    done = ran(releases, tmp_path / "out", options=Options(validate=False, seconds=0.01), workers=1)
    assert {each.status for each in done} == {Status.TOO_SLOW}
    assert {row["status"] for row in dataset(tmp_path / "out", "documents")} == {Status.TOO_SLOW.value}


def test_memory_limit_stops_a_document_and_says_so(releases: Path, tmp_path: Path) -> None:
    done = ran(releases / "release-0.html", tmp_path / "out", options=Options(validate=False, megabytes=300))
    assert {each.status for each in done} <= {Status.TOO_LARGE, Status.BROKE_DOWN}
    assert len(dataset(tmp_path / "out", "documents")) == 1


def test_missing_file_is_told(tmp_path: Path) -> None:
    (done,) = run_batch([tmp_path / "gone.html"], tmp_path / "out", options=QUICK)
    assert done.status is Status.UNREADABLE


def test_validation_is_included(releases: Path, tmp_path: Path) -> None:
    (done,) = ran(releases / "release-0.html", tmp_path / "out", options=Options())
    assert done.exit_code == 0
    stages = {row["stage"] for row in dataset(tmp_path / "out", "findings")}
    assert stages <= {"build", "write", "validate"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_cluster_loses_and_doubles_nothing_when_a_worker_is_killed(releases: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    out = tmp_path / "out"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        workers = [info.pid for info in cluster.workers.values()]
        killer = threading.Thread(target=_kill_once_something_is_done, args=(workers[0], out))
        killer.start()
        done = ran(releases, out, scheduler=cluster.scheduler_address)
        killer.join()
    assert Counter(Path(each.path).name for each in done) == {f"release-{n}.html": 1 for n in range(6)}
    assert [each for each in done if each.status is not Status.WRITTEN] == []
    assert len(dataset(out, "documents")) == 6
    assert len(list((out / "filings").iterdir())) == 6


def _kill_once_something_is_done(pid: int, out: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(out.glob("dataset/documents/*.parquet")):
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


def test_what_ended_at_a_limit_is_tried_again_and_told_once(releases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (slow,) = ran(releases / "release-0.html", out, options=Options(validate=False, seconds=0.01))
    assert (slow.status, "more seconds" in slow.detail) == (Status.TOO_SLOW, True)
    (done,) = ran(releases / "release-0.html", out)
    assert done.status is Status.WRITTEN
    assert [row["status"] for row in dataset(out, "documents")] == ["written"]


def test_its_own_results_are_no_sources(releases: Path) -> None:
    out = releases / "out"
    for wanted in (Status.WRITTEN, Status.DONE_BEFORE):
        done = list(run_batch(find_sources([releases]), out, options=QUICK))
        assert Counter(each.status for each in done) == {wanted: 6}


def test_a_table_of_facts_that_can_not_be_used_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("concept,value,end\nus-gaap:Assets,x,2024-12-31\n", encoding="utf-8")
    (done,) = ran(tmp_path / "facts.csv", tmp_path / "out")
    assert done.status is Status.UNREADABLE
    assert "line 2" in done.detail
    assert "_fact" not in done.detail


def test_a_name_that_is_no_text_is_written_with_a_mark(releases: Path, tmp_path: Path) -> None:
    odd = releases / os.fsdecode(b"odd\xff.html")
    odd.write_text("<p>We open a new office in May.</p>", encoding="utf-8")
    (done,) = ran(odd, tmp_path / "out")
    assert done.status is Status.NOTHING
    assert [Path(row["path"]).name for row in dataset(tmp_path / "out", "documents")] == [
        "odd\N{REPLACEMENT CHARACTER}.html"
    ]


@pytest.mark.parametrize("address", ["nowhere", "http://127.0.0.1:1"])
def test_a_scheduler_that_is_none_is_refused_in_words(address: str, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with pytest.raises(SchedulerError, match=r"can't be reached.*give its address"):
        list(run_batch([tmp_path / "a.html"], tmp_path / "out", options=QUICK, scheduler=address))
