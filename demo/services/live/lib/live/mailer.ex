defmodule Live.Mailer do
  use Swoosh.Mailer, otp_app: :live
end
