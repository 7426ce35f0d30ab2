;;; Prints what envlens says about the open file; fails if it says nothing.  -*- lexical-binding: t -*-

(defun envlens-try--wait (seconds until)
  "Let the server talk until UNTIL returns something, for SECONDS at most, and return that."
  (let ((end (+ (float-time) seconds))
        found)
    (while (and (not (setq found (funcall until))) (< (float-time) end))
      (accept-process-output nil 0.05)
      (flymake-start))
    found))

(defun envlens-try ()
  "Start the server for the open file, as `eglot-ensure' would, and print what it says."
  ;; In batch there is no command loop that would start it.
  (apply #'eglot (eglot--guess-contact))
  (let ((diagnostics (envlens-try--wait 30 #'flymake-diagnostics)))
    (dolist (found diagnostics)
      (princ (format "  %s %s %s\n"
                     (line-number-at-pos (flymake-diagnostic-beg found))
                     (flymake-diagnostic-type found)
                     (flymake-diagnostic-text found))))
    (goto-char (point-min))
    (re-search-forward "^im")
    (let* ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                   (eglot--TextDocumentPositionParams)))
           (contents (plist-get hover :contents))
           (text (if (stringp contents) contents (plist-get contents :value))))
      (princ (format "  hover on image: %s\n" (and text (car (split-string text "\n" t)))))
      (eglot-shutdown (eglot--current-server-or-lose))
      (unless (and diagnostics text)
        (kill-emacs 1)))))
